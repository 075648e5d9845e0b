package galley.benchmarks.outbox;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.debezium.engine.DebeziumEngine.ChangeConsumer;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.RecordChangeEvent;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Sends new outbox rows that the log tells of: the same records, with the same guarantees of the
 * producer, as the relay sends.
 */
final class LogRecords implements ChangeConsumer<RecordChangeEvent<SourceRecord>>, AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;

    LogRecords(String bootstrapServers) {
        producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers", bootstrapServers,
                                "acks", "all",
                                "enable.idempotence", "true",
                                "linger.ms", "0"),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    @Override
    public void handleBatch(
            List<RecordChangeEvent<SourceRecord>> changes,
            RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        List<Future<RecordMetadata>> answers = new ArrayList<>(changes.size());
        for (RecordChangeEvent<SourceRecord> change : changes) {
            Struct row = ((Struct) change.record().value()).getStruct("after");
            answers.add(producer.send(record(row)));
        }
        for (Future<RecordMetadata> answer : answers) {
            try {
                answer.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        for (RecordChangeEvent<SourceRecord> change : changes) {
            committer.markProcessed(change);
        }
        committer.markBatchFinished();
    }

    private static ProducerRecord<String, byte[]> record(Struct row) {
        String key = row.getString("key");
        CloudEvent event =
                CloudEventBuilder.v1()
                        .withId(row.getString("id"))
                        .withSource(URI.create(row.getString("source")))
                        .withType(row.getString("type"))
                        .withSubject(key)
                        .withTime(OffsetDateTime.parse(row.getString("created_at")))
                        .withDataContentType("application/json")
                        .withData(((ByteBuffer) row.get("data")).array())
                        .withExtension(
                                "sequence",
                                String.format(Locale.ROOT, "%010d", row.getInt64("sequence")))
                        .build();
        return KafkaMessageFactory.createWriter(row.getString("topic"), key).writeBinary(event);
    }

    @Override
    public void close() {
        producer.close();
    }
}
