package galley.editorial.article;

import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.Api.Answer;
import galley.editorial.OnServers;

import static org.assertj.core.api.Assertions.assertThat;

@OnServers
class ReviewTest {
    private final Api wim = Api.as("writer", "wim");
    private final Api eva = Api.as("editor", "eva");
    private final Api pia = Api.as("publisher", "pia");

    @Test
    void anArticleGoesFromDraftToRelease() {
        String id = wim.create("Harbour opens after two years");
        wim.decide(id, "submit", "{}").expect(200);
        eva.decide(id, "approve", null).expect(200);
        Answer released = pia.decide(id, "release", "{\"note\": \"Go\"}").expect(200);
        assertThat(released.header("ETag")).isEqualTo("\"4\"");
        assertThat(released.json().path("slug").asText())
                .isEqualTo("harbour-opens-after-two-years");
        assertThat(released.json().path("version").asInt()).isEqualTo(1);
        assertThat(released.json().path("workflow").asText()).isEqualTo("released");
    }
}
