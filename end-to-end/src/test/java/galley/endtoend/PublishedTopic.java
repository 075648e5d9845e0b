package galley.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import galley.events.Topics;

import static galley.endtoend.TopicRecords.header;

/** Reads the public topic as another site would, from its start to its present end. */
final class PublishedTopic {
    private PublishedTopic() {}

    /** The events of each article in the order of the topic. */
    static Map<String, List<PublishedEvent>> read(Map<String, String> kafka) {
        Map<String, List<PublishedEvent>> events = new HashMap<>();
        TopicRecords.read(kafka, Topics.PUBLISHED)
                .forEach(
                        (article, records) ->
                                events.put(
                                        article,
                                        records.stream().map(PublishedTopic::event).toList()));
        return events;
    }

    /** The last event of an article; nothing while there is none. */
    static Optional<PublishedEvent> last(Map<String, String> kafka, String article) {
        return Optional.ofNullable(read(kafka).get(article)).map(List::getLast);
    }

    private static PublishedEvent event(ConsumerRecord<String, byte[]> record) {
        try {
            return new PublishedEvent(
                    header(record, "ce_id"),
                    header(record, "traceparent"),
                    Caller.JSON.readTree(record.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
