package galley.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends rows through one idempotent producer, which it makes when it needs one. For one thread. */
final class Sender implements AutoCloseable {
    private final Map<String, Object> settings;
    private final String keyAttribute;
    private final Tracer tracer;
    private final KnownTopics topics;
    private KafkaProducer<String, byte[]> producer;

    /**
     * @param kafka how to reach the broker
     * @param keyAttribute of spans, which has the event's key
     */
    Sender(Map<String, Object> kafka, String clientId, String keyAttribute, Tracer tracer) {
        this.keyAttribute = keyAttribute;
        this.tracer = tracer;
        this.topics = new KnownTopics(kafka);
        this.settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
        // All three together, so that a conflict with the service's own settings fails at once
        // instead of turning idempotence off in silence.
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // The relay decides when to give up, and then gives up the whole producer.
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5000);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    }

    /**
     * Hands rows to the producer, in order.
     *
     * @return as many as it took: those after a row that the broker's absence stopped are left out
     */
    List<Sending> send(List<OutboxRow> rows) {
        List<Sending> sendings = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            Sending sending = send(row);
            sendings.add(sending);
            boolean failed = sending.answer().state() == Future.State.FAILED;
            if (failed && sending.outcome() == Sending.Outcome.UNKNOWN) {
                break;
            }
        }
        return sendings;
    }

    private Sending send(OutboxRow row) {
        Context origin = Traces.context(row.traceparent());
        Span span =
                tracer.spanBuilder(row.topic() + " publish")
                        .setParent(origin)
                        .setSpanKind(SpanKind.PRODUCER)
                        .setAttribute("messaging.system", "kafka")
                        .setAttribute("messaging.destination.name", row.topic())
                        .setAttribute(keyAttribute, row.key())
                        .startSpan();
        try {
            topics.require(row.topic());
            var record = OutboxRecords.record(row, Traces.traceparent(origin.with(span)));
            // The producer's own future recurses once for every time a batch was split.
            CompletableFuture<RecordMetadata> answer = new CompletableFuture<>();
            var _ =
                    producer()
                            .send(
                                    record,
                                    (metadata, failure) -> {
                                        if (failure == null) {
                                            answer.complete(metadata);
                                        } else {
                                            answer.completeExceptionally(failure);
                                        }
                                    });
            return new Sending(row, answer, span);
        } catch (KafkaException | IllegalArgumentException e) {
            return new Sending(row, CompletableFuture.<RecordMetadata>failedFuture(e), span);
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer =
                    new KafkaProducer<>(
                            settings, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    /**
     * Gives up whatever is in flight: it is answered with a failure, and may still have arrived.
     */
    void abandon() {
        topics.forget();
        close(Duration.ZERO);
    }

    @Override
    public void close() {
        close(Duration.ofSeconds(2));
    }

    private void close(Duration patience) {
        if (producer != null) {
            producer.close(patience);
            producer = null;
        }
    }
}
