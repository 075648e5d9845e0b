package galley.editorial.template;

import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import galley.events.Article;
import galley.events.Kind;

/**
 * A template as clients see it.
 *
 * @param name what it is called
 * @param kind of what kind its articles are
 * @param desk whose it is; null for every desk's
 * @param content some of an article's content
 */
public record TemplateView(
        UUID id,
        String name,
        Kind kind,
        String desk,
        @Schema(implementation = Article.class) JsonNode content) {

    static TemplateView of(Template template) {
        return new TemplateView(
                template.id, template.name, template.kind, template.desk, template.content);
    }
}
