package galley.editorial.intake;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.Test;

import galley.editorial.Events;
import galley.editorial.OnServers;
import galley.events.Topics;
import galley.testkit.Metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What operators watch this service by. */
@OnServers
class MetricsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject Events events;

    @TestHTTPResource("/q/metrics")
    URI address;

    @Test
    void eventsAreCountedAndTimedByGroup() {
        double before = value("galley_inbox_handled_seconds_count", "group", "editorial");
        IngestedItem.harbour().arrive(events);
        assertThat(value("galley_inbox_handled_seconds_count", "group", "editorial"))
                .isEqualTo(before + 1);
        assertThat(value("galley_inbox_handled_seconds_sum", "group", "editorial")).isPositive();
    }

    @Test
    void figuresAreThereBeforeAnythingHasHappened() {
        for (String group : List.of("editorial", "editorial-delivery")) {
            assertThat(value("galley_inbox_handled_seconds_count", "group", group)).isNotNegative();
            assertThat(value("galley_inbox_dead_letters_total", "group", group)).isNotNegative();
        }
        assertThat(value("galley_outbox_oldest_unsent_age_seconds")).isNotNegative();
        assertThat(value("galley_outbox_unsent", "lane", "KILL")).isNotNegative();
        assertThat(value("galley_outbox_parked")).isNotNegative();
        assertThat(value("galley_outbox_delay_seconds_count")).isNotNegative();
    }

    @Test
    void howFarEachGroupIsBehindIsTold() {
        await().atMost(PATIENCE).until(() -> lag("editorial", Topics.INGESTED) >= 0);
        await().atMost(PATIENCE).until(() -> lag("editorial-delivery", Topics.DELIVERY) >= 0);
        assertThat(Metrics.of(address).help("galley_inbox_lag")).isNotBlank();
    }

    /** What the clients tell of themselves; the lag that they know ends at what they fetched. */
    @Test
    void soAreTheFiguresOfTheKafkaClients() {
        IngestedItem.harbour().arrive(events);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(value("kafka_consumer_fetch_manager_records_lag_max"))
                                        .isNotNegative());
    }

    private double lag(String group, String topic) {
        return value("galley_inbox_lag", "group", group, "topic", topic);
    }

    /** -1 for what is missing, which no figure is. */
    private double value(String name, String... tags) {
        return Metrics.of(address).value(name, tags).orElse(-1);
    }
}
