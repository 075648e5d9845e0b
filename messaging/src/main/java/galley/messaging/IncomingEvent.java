package galley.messaging;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as received, read from a CloudEvents 1.0 record in binary mode.
 *
 * @param id the event's {@code id}: the same however often it is sent
 * @param source the event's {@code source}
 * @param type the event's {@code type}
 * @param subject the event's {@code subject}, or null
 * @param sequence the event's {@code sequence} as a number
 * @param time the event's {@code time}, or null
 * @param key the record's key, or null
 * @param data the record's value, never null
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes as received; never compared
public record IncomingEvent(
        UUID id,
        String source,
        String type,
        String subject,
        long sequence,
        Instant time,
        String key,
        byte[] data) {}
