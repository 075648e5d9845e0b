package galley.ingest;

import java.net.URI;
import java.time.Duration;

import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.Test;

import galley.testkit.Metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What operators watch this service by. */
@OnServers
class MetricsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TestHTTPResource("/q/metrics")
    URI address;

    @Test
    void whatWaitsInQuarantineIsCounted() {
        await().atMost(PATIENCE).until(() -> value("galley_ingest_quarantine_waiting") >= 0);
        double before = value("galley_ingest_quarantine_waiting");
        Api admin = Api.as("admin", "ada");
        try (FeedServer site = new FeedServer()) {
            site.serves(Rss.feed(Rss.unreadable("1"), Rss.unreadable("2")));
            admin.fetch(admin.register(site.feed()));
        }
        await().atMost(PATIENCE)
                .until(() -> value("galley_ingest_quarantine_waiting") >= before + 2);
        assertThat(Metrics.of(address).help("galley_ingest_quarantine_waiting")).isNotBlank();
    }

    @Test
    void theOutboxIsShown() {
        assertThat(value("galley_outbox_oldest_unsent_age_seconds")).isNotNegative();
        assertThat(value("galley_outbox_unsent", "lane", "LIVE")).isNotNegative();
        assertThat(value("galley_outbox_parked")).isNotNegative();
        assertThat(value("galley_outbox_delay_seconds_count")).isNotNegative();
    }

    /** -1 for what is missing, which no figure is. */
    private double value(String name, String... tags) {
        return Metrics.of(address).value(name, tags).orElse(-1);
    }
}
