package galley.publish.hub;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A feed as it is now.
 *
 * @param type its media type
 * @param hash of its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes, never compared
record FeedContent(String type, byte[] body, String hash) {
    static FeedContent of(String type, byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return new FeedContent(type, body, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
