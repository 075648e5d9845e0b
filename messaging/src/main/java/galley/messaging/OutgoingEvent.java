package galley.messaging;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An event to be sent; becomes a CloudEvents 1.0 record in binary mode.
 *
 * @param lane how urgently it leaves
 * @param topic the Kafka topic
 * @param key the record's key and the event's {@code subject}; events of one key on one topic keep
 *     their order
 * @param type the event's {@code type}
 * @param sequence the event's {@code sequence}, not negative: the revision of what the key names
 * @param data the record's value, UTF-8 JSON; never null, as that would be a tombstone
 * @param extensions extension attributes of its own, by their names in {@code [a-z0-9]}
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes to send; never compared
public record OutgoingEvent(
        Lane lane,
        String topic,
        String key,
        String type,
        long sequence,
        byte[] data,
        Map<String, String> extensions) {
    private static final Pattern ATTRIBUTE = Pattern.compile("[a-z0-9]+");

    /** An event without extension attributes of its own. */
    public OutgoingEvent(
            Lane lane, String topic, String key, String type, long sequence, byte[] data) {
        this(lane, topic, key, type, sequence, data, Map.of());
    }

    public OutgoingEvent {
        Objects.requireNonNull(lane, "lane");
        Objects.requireNonNull(data, "data");
        requireText(topic, "topic");
        requireText(key, "key");
        requireText(type, "type");
        if (sequence < 0) {
            throw new IllegalArgumentException("sequence is negative: " + sequence);
        }
        extensions = Map.copyOf(extensions);
        for (var name : extensions.keySet()) {
            if (!ATTRIBUTE.matcher(name).matches()) {
                throw new IllegalArgumentException("no name of an attribute: " + name);
            }
        }
    }

    private static void requireText(String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
    }
}
