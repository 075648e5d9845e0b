package galley.publish.edition;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.events.Article;
import galley.events.Topics;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.testkit.Metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What operators watch this service by. */
@TestServers
class MetricsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String RELEASE_TO_LIVE = "galley_publish_release_to_live_seconds";

    @Inject Desk desk;

    @TestHTTPResource("/q/metrics")
    URI address;

    @BeforeEach
    void clear() {
        desk.clear();
    }

    @Test
    void theTimeFromReleaseToLiveIsMeasuredInSecondsAndBuckets() throws Exception {
        double count = value(RELEASE_TO_LIVE + "_count");
        double sum = value(RELEASE_TO_LIVE + "_sum");
        double soon = value(RELEASE_TO_LIVE + "_bucket", "le", "1.0");
        double all = value(RELEASE_TO_LIVE + "_bucket", "le", "+Inf");
        desk.release(decided(Instant.now().minusSeconds(20)));
        assertThat(value(RELEASE_TO_LIVE + "_count")).isEqualTo(count + 1);
        assertThat(value(RELEASE_TO_LIVE + "_sum")).isBetween(sum + 20, sum + 80);
        assertThat(value(RELEASE_TO_LIVE + "_bucket", "le", "1.0")).isEqualTo(soon);
        assertThat(value(RELEASE_TO_LIVE + "_bucket", "le", "+Inf")).isEqualTo(all + 1);
        assertThat(Metrics.of(address).help(RELEASE_TO_LIVE)).isNotBlank();
    }

    @Test
    void figuresAreThereBeforeAnythingHasHappened() {
        for (String group : List.of("publish", "publish-kill", "publish-front-page")) {
            assertThat(value("galley_inbox_handled_seconds_count", "group", group)).isNotNegative();
            assertThat(value("galley_inbox_dead_letters_total", "group", group)).isNotNegative();
        }
        assertThat(value("galley_outbox_oldest_unsent_age_seconds")).isNotNegative();
        assertThat(value("galley_outbox_unsent", "lane", "KILL")).isNotNegative();
    }

    @Test
    void howFarEachGroupIsBehindIsTold() {
        await().atMost(PATIENCE).until(() -> lag("publish", Topics.LIFECYCLE) >= 0);
        await().atMost(PATIENCE).until(() -> lag("publish-kill", Topics.KILL) >= 0);
        await().atMost(PATIENCE).until(() -> lag("publish-front-page", Topics.FRONT_PAGE) >= 0);
    }

    private static Article decided(Instant at) throws Exception {
        return Samples.article("p03-wire-dateline", json -> json.put("updatedAt", at.toString()));
    }

    private double lag(String group, String topic) {
        return value("galley_inbox_lag", "group", group, "topic", topic);
    }

    /** -1 for what is missing, which no figure is. */
    private double value(String name, String... tags) {
        return Metrics.of(address).value(name, tags).orElse(-1);
    }
}
