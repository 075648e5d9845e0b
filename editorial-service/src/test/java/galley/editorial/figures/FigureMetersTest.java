package galley.editorial.figures;

import java.net.URI;
import java.util.UUID;

import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.OnServers;
import galley.testkit.Metrics;

import static org.assertj.core.api.Assertions.assertThat;

/** How the desk does, as metrics. */
@OnServers
class FigureMetersTest {
    private static final String STAYS = "galley_workflow_state_seconds";

    private final Api wim = Api.as("writer", "wim");
    private final Api eva = Api.as("editor", "eva");
    private final Api pia = Api.as("publisher", "pia");

    @TestHTTPResource("/q/metrics")
    URI address;

    private double value(String name, String... tags) {
        return Metrics.of(address).value(name, tags).orElse(0);
    }

    private double decisions(String step, String desk) {
        return value("galley_decisions_total", "step", step, "desk", desk);
    }

    @Test
    void eachDesksStepsAreCounted() {
        String desk = "metrics-" + UUID.randomUUID();
        String id = Submission.to(desk);
        pia.decide(id, "approve", null).expect(200);
        pia.decide(id, "release", null).expect(200);
        Submission.to(desk);
        assertThat(decisions("submit", desk)).isEqualTo(2);
        assertThat(decisions("approve", desk)).isEqualTo(1);
        assertThat(decisions("release", desk)).isEqualTo(1);
    }

    @Test
    void articlesOfNoDeskAreCountedUnderAnEmptyName() {
        double before = decisions("create", "");
        eva.create("On no desk");
        assertThat(decisions("create", "")).isEqualTo(before + 1);
    }

    @Test
    void whatIsRefusedIsNotCounted() {
        String desk = "metrics-" + UUID.randomUUID();
        String id = Submission.to(desk);
        wim.decide(id, "submit", null).problem(409, "illegal-step");
        assertThat(decisions("submit", desk)).isEqualTo(1);
    }

    @Test
    void rejectionsAreCountedByReason() {
        double before = value("galley_rejections_total", "reason", "off-topic");
        String id = Submission.to("any");
        pia.decide(id, "reject", "{\"note\": \"For others\", \"reason\": \"off-topic\"}")
                .expect(200);
        assertThat(value("galley_rejections_total", "reason", "off-topic")).isEqualTo(before + 1);
    }

    @Test
    void whatPeopleWriteIsInNoMetric() {
        String note = "secret-" + UUID.randomUUID();
        String id = Submission.to("any");
        pia.decide(id, "reject", "{\"note\": \"%s\"}".formatted(note)).expect(200);
        assertThat(value("galley_rejections_total", "reason", note)).isZero();
    }

    @Test
    void staysInAStateAreMeasuredOnceTheyHaveEnded() {
        double drafts = value(STAYS + "_count", "state", "draft");
        double seconds = value(STAYS + "_sum", "state", "draft");
        double days = value(STAYS + "_bucket", "state", "draft", "le", "86400.0");
        String id = eva.create("For the metrics");
        eva.patch(id, "{\"standfirst\": \"An edit is no other state\"}").expect(200);
        assertThat(value(STAYS + "_count", "state", "draft")).isEqualTo(drafts);
        wim.decide(id, "submit", null).expect(200);
        assertThat(value(STAYS + "_count", "state", "draft")).isEqualTo(drafts + 1);
        assertThat(value(STAYS + "_sum", "state", "draft")).isGreaterThan(seconds);
        assertThat(value(STAYS + "_bucket", "state", "draft", "le", "86400.0")).isEqualTo(days + 1);
    }

    @Test
    void aSpikedArticleThatComesBackBeginsAnotherStay() {
        String id = Submission.to("any");
        double reviews = value(STAYS + "_count", "state", "in-review");
        double spiked = value(STAYS + "_count", "state", "spiked");
        eva.decide(id, "spike", null).expect(200);
        eva.decide(id, "restore", null).expect(200);
        pia.decide(id, "approve", null).expect(200);
        assertThat(value(STAYS + "_count", "state", "spiked")).isEqualTo(spiked + 1);
        assertThat(value(STAYS + "_count", "state", "in-review")).isEqualTo(reviews + 2);
    }
}
