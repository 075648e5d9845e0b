package galley.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import galley.events.Topics;

/**
 * An event of an article's life as the log has it: its CloudEvents id and type, and the revision it
 * tells.
 */
record LifecycleRecord(String id, String type, long revision) {

    /** All events of each article so far, in the order of the topic. */
    static Map<String, List<LifecycleRecord>> readAll(Map<String, String> kafka) {
        Map<String, List<LifecycleRecord>> events = new HashMap<>();
        TopicRecords.read(kafka, Topics.LIFECYCLE)
                .forEach(
                        (article, records) ->
                                events.put(
                                        article,
                                        records.stream().map(LifecycleRecord::of).toList()));
        return events;
    }

    private static LifecycleRecord of(ConsumerRecord<String, byte[]> record) {
        try {
            return new LifecycleRecord(
                    TopicRecords.header(record, "ce_id"),
                    TopicRecords.header(record, "ce_type"),
                    Caller.JSON.readTree(record.value()).at("/article/revision").asLong());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
