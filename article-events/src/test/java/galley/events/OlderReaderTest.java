package galley.events;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a service does with events of a contract that is newer than it is. */
class OlderReaderTest {
    private final ArticleReleased event =
            (ArticleReleased)
                    Examples.full().stream()
                            .filter(ArticleReleased.class::isInstance)
                            .findAny()
                            .orElseThrow();

    @Test
    void ignoresFieldsThatItDoesNotKnow() {
        JsonNode newer = changed("/article", "mood", "calm");
        assertThat(Wire.read(newer, ArticleReleased.class)).isEqualTo(event);
    }

    @Test
    void readsAKindOrAWorkflowStateThatItDoesNotKnowAsNull() {
        assertThat(Wire.read(changed("/article", "kind", "poem"), ArticleReleased.class).article())
                .satisfies(
                        article -> {
                            assertThat(article.kind()).isNull();
                            assertThat(article.headline()).isEqualTo(event.article().headline());
                        });
        assertThat(
                        Wire.read(
                                        changed("/article", "workflow", "in-print"),
                                        ArticleReleased.class)
                                .article()
                                .workflow())
                .isNull();
    }

    @Test
    void refusesWhatItCannotShowRatherThanLosingIt() {
        assertThatThrownBy(
                        () ->
                                Wire.read(
                                        changed("/article/parts/1", "type", "poem"),
                                        ArticleReleased.class))
                .hasCauseInstanceOf(JsonMappingException.class);
        assertThatThrownBy(
                        () ->
                                Wire.read(
                                        changed("/article/parts/3", "kind", "smell"),
                                        ArticleReleased.class))
                .hasCauseInstanceOf(JsonMappingException.class);
    }

    private JsonNode changed(String object, String field, String value) {
        JsonNode json = Wire.write(event).deepCopy();
        ((ObjectNode) json.at(object)).put(field, value);
        return json;
    }
}
