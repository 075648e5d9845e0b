package galley.editorial.article;

import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.RestResponse;

import galley.editorial.etag.ArticleETag;
import galley.events.Article;

/** Answers with an article and its ETag. */
public final class Answers {
    private Answers() {}

    /** The article as it is now. */
    public static RestResponse<Article> ok(Article article) {
        return with(RestResponse.ResponseBuilder.ok(article), article);
    }

    static RestResponse<Article> unchanged(Article article) {
        return with(RestResponse.ResponseBuilder.notModified(), article);
    }

    private static RestResponse<Article> with(
            RestResponse.ResponseBuilder<Article> answer, Article article) {
        return answer.header(HttpHeaders.ETAG, ArticleETag.of(article).toString()).build();
    }
}
