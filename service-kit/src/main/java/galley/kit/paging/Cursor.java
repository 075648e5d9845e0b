package galley.kit.paging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;

import galley.kit.problem.Problems;

/**
 * A place in a list that is ordered by (time, id). Time alone would lose rows with equal times.
 * Clients get it as opaque text and must not look inside.
 *
 * @param time the time of the last row that was read
 * @param id the id of that row
 */
public record Cursor(Instant time, UUID id) {
    private static final char SEPARATOR = '/';

    /** Any row is younger, and older than the end; databases can compare both. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    /** The opaque form: base64url without padding. */
    public String encode() {
        var plain = time.toString() + SEPARATOR + id;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Reads what {@link #encode()} wrote.
     *
     * @return the place, or null when there is no text: the list's start
     * @throws galley.kit.problem.Problem 400 when the text is no cursor
     */
    public static Cursor decode(String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            int separator = plain.indexOf(SEPARATOR);
            if (separator < 0) {
                throw notOurs();
            }
            var time = Instant.parse(plain.substring(0, separator));
            if (time.isBefore(FIRST) || time.isAfter(END)) {
                throw notOurs();
            }
            return new Cursor(time, UUID.fromString(plain.substring(separator + 1)));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw notOurs();
        }
    }

    private static RuntimeException notOurs() {
        return Problems.of(
                400,
                "bad-cursor",
                "Bad cursor",
                "The cursor is not one that this list has handed out.");
    }
}
