package galley.ingest.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.Consumer;

import galley.events.Permission;
import galley.events.SourceRights;
import galley.ingest.format.PlainText;
import galley.kit.problem.FieldError;

/** Reads a rights record that clients send, and collects all that is wrong with it. */
final class RightsReader {
    private static final int MAX_LENGTH = 2_000;

    private final Consumer<FieldError> errors;

    RightsReader(Consumer<FieldError> errors) {
        this.errors = errors;
    }

    /** What was sent, if it is right; null for nothing. */
    SourceRights read(NewRights sent) {
        return sent == null
                ? null
                : new SourceRights(
                        permission("reprint", sent.reprint()),
                        permission("pictures", sent.pictures()),
                        text("usageTerms", sent.usageTerms()),
                        text("copyrightHolder", sent.copyrightHolder()),
                        text("copyrightNotice", sent.copyrightNotice()),
                        until(sent.until()));
    }

    private Permission permission(String field, String name) {
        if (name == null) {
            return null;
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "allowed" -> Permission.ALLOWED;
            case "refused" -> Permission.REFUSED;
            case "ask" -> Permission.ASK;
            default -> {
                error(field, field + " is one of allowed, refused, ask.");
                yield null;
            }
        };
    }

    private String text(String field, String value) {
        var text = PlainText.lineOrNull(value);
        if (text != null && text.length() > MAX_LENGTH) {
            error(field, field + " has at most 2,000 characters.");
        }
        return text;
    }

    private Instant until(String text) {
        if (text == null) {
            return null;
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            error("until", "until is a day such as 2027-12-31, or a time (RFC 3339).");
            return null;
        }
    }

    private void error(String field, String message) {
        errors.accept(new FieldError("rights." + field, message));
    }
}
