package galley.editorial.trail;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.Events;
import galley.editorial.OnServers;
import galley.editorial.intake.IngestedItem;

import static org.assertj.core.api.Assertions.assertThat;

/** From the source's bytes to the readers. */
@OnServers
class TrailTest {
    private final Api eva = Api.as("editor", "eva");

    @Inject Events events;

    @Test
    void whatCameAndWhatWasDecidedIsOneTimeline() {
        var item = IngestedItem.harbour();
        item.arrive(events);
        String id = item.article().toString();
        eva.decide(id, "submit", null).expect(200);
        var trail = eva.get("/v1/articles/" + id + "/trail").expect(200).json().path("items");
        assertThat(trail)
                .extracting(entry -> entry.path("stage").asText())
                .containsExactly("ingest", "editorial");
        assertThat(trail.at("/0/origin/rawSha256").asText()).hasSize(64);
        assertThat(trail.at("/0/origin/itemRevision").asInt()).isEqualTo(1);
        assertThat(trail.at("/1/what").asText()).isEqualTo("submit");
        assertThat(trail.at("/1/traceId").asText()).matches("[0-9a-f]{32}");
    }

    @Test
    void whatIsNotThereHasNone() {
        eva.get("/v1/articles/0198c2f0-5a00-7c41-9f3e-2b8d6e1a4c77/trail")
                .problem(404, "not-found");
    }
}
