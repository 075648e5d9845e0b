package galley.publish.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.erdtman.jcs.JsonCanonicalizer;

/** JSON in the one form that its content allows (RFC 8785), and its hash. */
final class Canonical {
    private Canonical() {}

    /**
     * The canonical form of a JSON object.
     *
     * @param json in UTF-8
     */
    static byte[] of(byte[] json) {
        try {
            return new JsonCanonicalizer(json).getEncodedUTF8();
        } catch (IOException e) {
            throw new IllegalArgumentException("No JSON object", e);
        }
    }

    /** SHA-256 of the canonical form, as 64 lower-case hexadecimal digits. */
    static String sha256(byte[] json) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(of(json)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The canonical form as text. */
    static String text(byte[] json) {
        return new String(of(json), StandardCharsets.UTF_8);
    }
}
