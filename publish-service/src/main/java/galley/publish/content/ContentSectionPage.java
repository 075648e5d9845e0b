package galley.publish.content;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A section and the articles of its page, in the page's order.
 *
 * @param next always null: the page has no second one
 */
@Schema(name = "SectionPage")
record ContentSectionPage(
        @JsonUnwrapped ContentSection section, List<ContentArticle> items, String next) {}
