package galley.benchmarks.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LedgerTest {
    private final Ledger ledger = new Ledger();

    @Test
    void isContentWithEventsThatArriveOnceAndInOrder() throws InterruptedException {
        Journey first = write("a", "ferry", 1);
        write("b", "harbour", 1);
        write("c", "ferry", 2);
        arrive("b", "harbour", 1);
        arrive("a", "ferry", 1);
        assertThat(ledger.underWay()).isEqualTo(1);
        arrive("c", "ferry", 2);
        ledger.awaitAll(Duration.ZERO);
        assertThat(first.latency()).isEqualTo(0.5);
    }

    @Test
    void findsAnEventThatIsMissing() {
        write("a", "ferry", 1);
        assertProblem("1 events did not arrive");
    }

    @Test
    void findsAnEventThatArrivesAgain() {
        write("a", "ferry", 1);
        arrive("a", "ferry", 1);
        arrive("a", "ferry", 1);
        assertProblem("arrived twice");
    }

    @Test
    void findsAnEventWithAnotherId() {
        write("a", "ferry", 1);
        arrive("b", "ferry", 1);
        assertProblem("was never written");
    }

    @Test
    void findsAKeyOutOfOrder() {
        write("a", "ferry", 1);
        write("b", "ferry", 2);
        arrive("b", "ferry", 2);
        assertProblem("has revision 2; 1 was due");
    }

    @Test
    void findsDataThatWereNotWritten() {
        write("a", "ferry", 1);
        byte[] data = Payload.of("ferry", 1);
        data[data.length - 1]++;
        ledger.arrived(event("a", "ferry", 1, data), 1);
        assertProblem("is not what was written");
    }

    private Journey write(String id, String key, long revision) {
        Journey journey = new Journey(key, revision);
        ledger.written(id, journey);
        journey.committed = 1_000_000;
        return journey;
    }

    private void arrive(String id, String key, long revision) {
        ledger.arrived(event(id, key, revision, Payload.of(key, revision)), 1_500_000);
    }

    private static ConsumerRecord<String, byte[]> event(
            String id, String key, long revision, byte[] data) {
        var event = new ConsumerRecord<>("topic", 0, 0, key, data);
        Map.of(
                        "ce_id",
                        id,
                        "ce_subject",
                        key,
                        "ce_type",
                        Writer.TYPE,
                        "ce_source",
                        Writer.SOURCE,
                        "ce_sequence",
                        "%010d".formatted(revision))
                .forEach(
                        (name, value) ->
                                event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return event;
    }

    private void assertProblem(String what) {
        assertThatThrownBy(() -> ledger.awaitAll(Duration.ZERO)).hasMessageContaining(what);
    }
}
