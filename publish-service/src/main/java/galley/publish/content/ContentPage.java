package galley.publish.content;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of articles, for the API's description. */
@Schema(name = "ArticlePage")
record ContentPage(List<ContentArticle> items, String next) {}
