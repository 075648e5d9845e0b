package galley.ingest.source;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

import galley.kit.problem.FieldError;

/** Reads credentials that clients send, and collects all that is wrong with them. */
final class CredentialsReader {
    private static final int MAX_LENGTH = 4_000;

    /** What belongs to the connection, or is set anyway. */
    private static final Set<String> OURS =
            Set.of(
                    "accept",
                    "accept-encoding",
                    "connection",
                    "content-length",
                    "cookie",
                    "host",
                    "if-modified-since",
                    "if-none-match",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade",
                    "user-agent");

    private final Consumer<FieldError> errors;

    CredentialsReader(Consumer<FieldError> errors) {
        this.errors = errors;
    }

    /** What was sent, if it is right; null for nothing. */
    CredentialsChange read(NewCredentials sent) {
        if (sent == null) {
            return null;
        }
        return switch (sent.type() == null ? "" : sent.type().toLowerCase(Locale.ROOT)) {
            case "none" -> CredentialsChange.REMOVAL;
            case "basic" -> {
                require("name", sent.name(), sent.name() == null || sent.name().contains(":"));
                yield of(Credentials.Type.BASIC, sent);
            }
            case "bearer" -> of(Credentials.Type.BEARER, sent);
            case "header" -> {
                require("name", sent.name(), !isFieldName(sent.name()));
                yield of(Credentials.Type.HEADER, sent);
            }
            default -> {
                error("type", "The types are basic, bearer, header and none.");
                yield null;
            }
        };
    }

    private CredentialsChange of(Credentials.Type type, NewCredentials sent) {
        require("secret", sent.secret(), sent.secret() == null || sent.secret().isBlank());
        return new CredentialsChange(type, sent.name(), sent.secret());
    }

    private void require(String field, String value, boolean wrong) {
        if (wrong) {
            error(field, field + " is missing, or can't be used with this type.");
        } else if (value.length() > MAX_LENGTH
                || value.chars().anyMatch(c -> c < ' ' || c == 127)) {
            error(field, field + " is too long, or has a control character.");
        }
    }

    /** A token of RFC 9110, but not a field that the client writes itself. */
    private static boolean isFieldName(String name) {
        return name != null
                && name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}")
                && !OURS.contains(name.toLowerCase(Locale.ROOT));
    }

    private void error(String field, String message) {
        errors.accept(new FieldError("credentials." + field, message));
    }
}
