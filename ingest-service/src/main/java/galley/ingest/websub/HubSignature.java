package galley.ingest.websub;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks how hubs sign (W3C WebSub, 8): {@code X-Hub-Signature: method=hexadecimal HMAC}. */
final class HubSignature {
    private HubSignature() {}

    /**
     * Whether the field signs these bytes with this secret.
     *
     * @param field the header field, or null
     */
    static boolean matches(String field, byte[] body, String secret) {
        int equals = field == null ? -1 : field.indexOf('=');
        if (equals < 0) {
            return false;
        }
        var method =
                switch (field.substring(0, equals).strip().toLowerCase(Locale.ROOT)) {
                    case "sha1" -> "HmacSHA1";
                    case "sha256" -> "HmacSHA256";
                    case "sha384" -> "HmacSHA384";
                    case "sha512" -> "HmacSHA512";
                    default -> null;
                };
        if (method == null) {
            return false;
        }
        try {
            var mac = Mac.getInstance(method);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), method));
            var told = HexFormat.of().parseHex(field.substring(equals + 1).strip());
            return MessageDigest.isEqual(told, mac.doFinal(body));
        } catch (IllegalArgumentException e) {
            return false; // no hexadecimal
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has these", e);
        }
    }
}
