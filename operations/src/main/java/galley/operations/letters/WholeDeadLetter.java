package galley.operations.letters;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A dead letter with all that came.
 *
 * @param headers the record's, as text
 * @param payload the record's value; null where it had none
 * @param payloadEncoding how the value is written: {@code utf-8} for text as it is, {@code base64}
 *     for bytes that are no text
 */
record WholeDeadLetter(
        @JsonUnwrapped DeadLetterView letter,
        Map<String, String> headers,
        String payload,
        @Schema(enumeration = {"utf-8", "base64"}) String payloadEncoding) {

    static WholeDeadLetter of(
            DeadLetterView letter, Map<String, String> headers, Optional<byte[]> value) {
        if (value.isEmpty()) {
            return new WholeDeadLetter(letter, headers, null, null);
        }
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(value.get()))
                            .toString();
            return new WholeDeadLetter(letter, headers, text, "utf-8");
        } catch (CharacterCodingException _) {
            String text = Base64.getEncoder().encodeToString(value.get());
            return new WholeDeadLetter(letter, headers, text, "base64");
        }
    }
}
