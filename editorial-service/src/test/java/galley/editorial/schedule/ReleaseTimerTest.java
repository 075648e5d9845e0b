package galley.editorial.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.OnServers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What goes out by itself, and what does not. */
@OnServers
class ReleaseTimerTest {
    private final Api wim = Api.as("writer", "wim");
    private final Api eva = Api.as("editor", "eva");
    private final Api pia = Api.as("publisher", "pia");

    @Inject DueReleases releases;
    @Inject ReleaseTimer timer;

    private String approved(String headline) {
        String id = wim.create(headline);
        wim.decide(id, "submit", "{}").expect(200);
        eva.decide(id, "approve", "{}").expect(200);
        return id;
    }

    private Api.Answer schedule(String id, Instant at) {
        return pia.decide(id, "schedule", "{\"at\": \"%s\"}".formatted(at));
    }

    private String workflow(String id) {
        return eva.get("/v1/articles/" + id).expect(200).json().path("workflow").asText();
    }

    @Test
    void whatIsScheduledGoesOutAtItsTimeByTheDecisionOfWhoScheduledIt() {
        String id = approved("Lighthouse lit");
        Instant at = Instant.now().plusSeconds(2);
        var scheduled = schedule(id, at).expect(200).json();
        assertThat(scheduled.path("workflow").asText()).isEqualTo("scheduled");
        assertThat(Instant.parse(scheduled.path("scheduledAt").asText()))
                .isBetween(at.minusMillis(1), at);
        await().atMost(Duration.ofSeconds(20)).until(() -> workflow(id).equals("released"));
        var entries = eva.get("/v1/articles/" + id + "/history").json().path("items");
        var release = entries.path(4);
        assertThat(release.path("step").asText()).isEqualTo("release");
        assertThat(release.path("actor")).isEqualTo(entries.path(3).path("actor"));
        assertThat(Instant.parse(release.path("at").asText())).isAfterOrEqualTo(at.minusMillis(1));
        assertThat(entries).hasSize(5);
    }

    @Test
    void anEditPutsItBackInReviewAndTheTimePasses() {
        String id = approved("Lighthouse dark");
        schedule(id, Instant.now().plusSeconds(2)).expect(200);
        wim.patch(id, "{\"standfirst\": \"Not yet\"}").expect(200);
        String other = approved("Lighthouse blue");
        schedule(other, Instant.now().plusSeconds(3)).expect(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> workflow(other).equals("released"));
        var left = eva.get("/v1/articles/" + id).expect(200).json();
        assertThat(left.path("workflow").asText()).isEqualTo("in-review");
        assertThat(left.path("scheduledAt").isNull()).isTrue();
    }

    @Test
    void aTimeIsSetAnewOrTakenAway() {
        String id = approved("Ferry tomorrow");
        Instant tomorrow = Instant.parse("2040-01-01T00:00:00Z");
        schedule(id, tomorrow.minusSeconds(5)).expect(200);
        var later = schedule(id, tomorrow).expect(200).json();
        assertThat(later.path("scheduledAt").asText()).isEqualTo("2040-01-01T00:00:00Z");
        var none = pia.decide(id, "unschedule", null).expect(200).json();
        assertThat(none.path("workflow").asText()).isEqualTo("approved");
        assertThat(none.path("scheduledAt").isNull()).isTrue();
    }

    @Test
    void aTimeThatIsBroughtForwardCountsAlthoughTheOldOneWasNear() {
        String id = approved("Ferry sooner");
        Instant near = Instant.now().plusMillis(2_900);
        schedule(id, near).expect(200);
        timer.lookAhead(); // sets an alarm
        schedule(id, Instant.now().plusMillis(200)).expect(200);
        timer.lookAhead();
        await().atMost(Duration.ofSeconds(20)).until(() -> workflow(id).equals("released"));
        var entries = eva.get("/v1/articles/" + id + "/history").json().path("items");
        assertThat(Instant.parse(entries.path(5).path("at").asText())).isBefore(near);
    }

    @Test
    void aReleaseAtItsTimeHasATraceLikeEveryStep() {
        String id = approved("Ferry traced");
        schedule(id, Instant.now().plusMillis(500)).expect(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> workflow(id).equals("released"));
        var entries = eva.get("/v1/articles/" + id + "/history").json().path("items");
        assertThat(entries.findValuesAsText("traceId"))
                .hasSize(5)
                .allMatch(trace -> trace.matches("[0-9a-f]{32}"));
    }

    @Test
    void whatWasScheduledComesBackFromTheSpikeWithoutItsTime() {
        String id = approved("Ferry in spring");
        schedule(id, Instant.parse("2040-01-01T00:00:00Z")).expect(200);
        eva.decide(id, "spike", null).expect(200);
        var back = eva.decide(id, "restore", null).expect(200).json();
        assertThat(back.path("workflow").asText()).isEqualTo("approved");
        assertThat(back.path("scheduledAt").isNull()).isTrue();
    }

    @Test
    void aPublisherNeedNotWaitForTheTime() {
        String id = approved("Ferry now");
        schedule(id, Instant.parse("2040-01-01T00:00:00Z")).expect(200);
        pia.decide(id, "release", null).expect(200);
        assertThat(workflow(id)).isEqualTo("released");
    }

    @Test
    void whatACheckBlocksAtItsTimeStaysApproved() {
        String id = wim.create("Ferry without a licence");
        wim.patch(
                        id,
                        "{\"parts\": [{\"type\": \"reprint\", \"id\": \"p1\", \"body\": \"<p>It"
                                + " runs.</p>\"}]}")
                .expect(200);
        eva.decide(id, "assign", "{\"desk\": \"strict-%s\"}".formatted(id)).expect(200);
        wim.decide(id, "submit", "{}").expect(200);
        eva.decide(id, "approve", "{}").expect(200);
        schedule(id, Instant.now().plusSeconds(3)).expect(200);
        pia.send(
                        "PUT",
                        "/v1/desks/strict-" + id + "/checks",
                        "{\"missing-licence\": \"block\"}",
                        "If-Match",
                        "\"0\"")
                .expect(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> workflow(id).equals("approved"));
        var entries = eva.get("/v1/articles/" + id + "/history").json().path("items");
        assertThat(entries.path(6).path("step").asText()).isEqualTo("unschedule");
        assertThat(entries.path(6).path("internalNote").asText()).startsWith("Held back");
    }

    @Test
    void whatWasOverriddenWhenItWasScheduledDoesNotHoldItBackAlthoughItBlocksLater() {
        String id = wim.create("Ferry whose licence is known");
        wim.patch(
                        id,
                        "{\"parts\": [{\"type\": \"reprint\", \"id\": \"p1\", \"body\": \"<p>It"
                                + " runs.</p>\"}]}")
                .expect(200);
        eva.decide(id, "assign", "{\"desk\": \"late-%s\"}".formatted(id)).expect(200);
        wim.decide(id, "submit", "{}").expect(200);
        eva.decide(id, "approve", "{}").expect(200);
        String body =
                "{\"at\": \"%s\", \"override\": [\"missing-licence\"]}"
                        .formatted(Instant.now().plusSeconds(3));
        pia.decide(id, "schedule", body).expect(200);
        pia.send(
                        "PUT",
                        "/v1/desks/late-" + id + "/checks",
                        "{\"missing-licence\": \"block\"}",
                        "If-Match",
                        "\"0\"")
                .expect(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> !workflow(id).equals("scheduled"));
        assertThat(workflow(id)).isEqualTo("released");
    }

    @Test
    void whatIsOverriddenForLaterIsACheck() {
        String id = approved("Ferry and weather");
        String body =
                "{\"at\": \"2040-01-01T00:00:00Z\", \"override\": [\"embargo\", \"weather\"]}";
        var problem = pia.decide(id, "schedule", body).problem(422, "unprocessable");
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo("override");
        assertThat(problem.at("/errors/0/message").asText()).contains("weather");
    }

    @Test
    void whatIsKilledBeforeItsTimeIsNotTriedAndNotDue() {
        String id = approved("Ferry that never was");
        pia.decide(id, "release", null).expect(200);
        pia.decide(id, "update", null).expect(200);
        wim.patch(id, "{\"standfirst\": \"Still not\"}").expect(200);
        wim.decide(id, "submit", null).expect(200);
        eva.decide(id, "approve", null).expect(200);
        schedule(id, Instant.now().plusSeconds(60)).expect(200);
        pia.decide(id, "kill", "{\"note\": \"There is no ferry\"}").expect(200);
        assertThat(releases.within(Duration.ofMinutes(5), 1_000))
                .noneMatch(coming -> coming.id().toString().equals(id));
        assertThat(releases.release(UUID.fromString(id))).isFalse();
        String days =
                "from=%1$s&to=%1$s".formatted(LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC));
        assertThat(eva.get("/v1/calendar?zone=UTC&" + days).expect(200).response().body())
                .doesNotContain(id);
    }
}
