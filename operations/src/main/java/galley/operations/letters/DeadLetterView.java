package galley.operations.letters;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import galley.messaging.DeadLetter;

/**
 * A dead letter as clients see it in lists. What the event says of itself is null where that can't
 * be read.
 *
 * @param topic where the event came from, with partition and offset
 * @param group the consumer group that could not handle it
 * @param key the record's key: for articles the article's id
 * @param traceId of the request that it began with
 * @param reason why it failed, the latest time
 * @param exception the class of what was thrown then
 * @param failedAt when it failed first
 * @param tries how often it was retried in vain
 * @param decidedBy who retried or discarded it, {@code staff:<pseudonym>}
 * @param decidedByName how they are called, while that is known
 * @param note why it was discarded
 */
@Schema(name = "DeadLetter")
record DeadLetterView(
        UUID id,
        @Schema(enumeration = {"waiting", "retried", "discarded"}) String state,
        String topic,
        int partition,
        long offset,
        String group,
        String key,
        String eventId,
        String type,
        String source,
        Long sequence,
        Instant time,
        String traceId,
        String reason,
        String exception,
        Instant failedAt,
        int tries,
        String decidedBy,
        String decidedByName,
        Instant decidedAt,
        String note) {

    /**
     * @param names what people are called, by actor
     */
    static DeadLetterView of(DeadLetter letter, Map<String, String> names) {
        return new DeadLetterView(
                letter.id(),
                letter.state().name().toLowerCase(Locale.ROOT),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.group(),
                letter.key(),
                letter.headers().get("ce_id"),
                letter.headers().get("ce_type"),
                letter.headers().get("ce_source"),
                number(letter.headers().get("ce_sequence")),
                time(letter.headers().get("ce_time")),
                letter.traceId(),
                letter.reason(),
                letter.exception(),
                letter.failedAt(),
                letter.tries(),
                letter.decidedBy(),
                letter.decidedBy() == null ? null : names.get(letter.decidedBy()),
                letter.decidedAt(),
                letter.note());
    }

    private static Long number(String text) {
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private static Instant time(String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
