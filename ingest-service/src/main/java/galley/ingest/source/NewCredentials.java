package galley.ingest.source;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * With what a source's server lets us in. Is written and never read again.
 *
 * @param type {@code basic} (RFC 7617), {@code bearer} (RFC 6750), {@code header} for a field of
 *     the server's own, or {@code none}
 * @param name the user's name, or the header field's
 * @param secret the password, the token or the field's value
 */
record NewCredentials(
        @Schema(required = true, examples = "basic") String type,
        @Schema(examples = "galley") String name,
        String secret) {}
