package galley.publish.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

import galley.kit.etag.ETag;

/**
 * What a resource looks like now, in one media type. Its entity tag is made from its bytes, so it
 * differs between representations, is the same on every replica, and changes with whatever the
 * bytes depend on.
 *
 * @param mediaType the value of {@code Content-Type}
 * @param body the bytes, before any compression
 * @param lastModified when it last changed, or null where that can't be told
 * @param hash identifies the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes to send; never compared
public record Representation(String mediaType, byte[] body, Instant lastModified, String hash) {
    private static final int HASH_BYTES = 18;

    /**
     * A representation of bytes.
     *
     * @param lastModified when it last changed, or null where that can't be told
     */
    public static Representation of(String mediaType, byte[] body, Instant lastModified) {
        return new Representation(mediaType, body, lastModified, hash(body));
    }

    /** A representation of text, in UTF-8. */
    public static Representation of(String mediaType, String body, Instant lastModified) {
        return of(mediaType, body.getBytes(StandardCharsets.UTF_8), lastModified);
    }

    /** The strong entity tag of the bytes as they are sent under a content coding. */
    ETag tag(Coding coding) {
        return new ETag(hash + coding.tagSuffix());
    }

    private static String hash(byte[] body) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(body);
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
