package galley.publish.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

import galley.kit.etag.ETag;

/**
 * What a resource looks like now, in one media type. Its entity tag is made from its bytes, so it
 * differs between representations, is the same on every replica, and changes with whatever the
 * bytes depend on.
 */
public final class Representation {
    private static final int HASH_BYTES = 18;

    private final String mediaType;
    private final byte[] body;
    private final String hash;
    private volatile byte[] compressed;

    private Representation(String mediaType, byte[] body) {
        this.mediaType = mediaType;
        this.body = body;
        this.hash = hash(body);
    }

    /**
     * A representation of bytes, which nobody may change any more.
     *
     * @param mediaType the value of {@code Content-Type}
     */
    public static Representation of(String mediaType, byte[] body) {
        return new Representation(mediaType, body);
    }

    /** A representation of text, in UTF-8. */
    public static Representation of(String mediaType, String body) {
        return of(mediaType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The value of {@code Content-Type}. */
    public String mediaType() {
        return mediaType;
    }

    /** How many bytes it has before coding. */
    public int size() {
        return body.length;
    }

    /** The bytes as they are sent under a content coding; compressed once, however often sent. */
    byte[] encoded(Coding coding) {
        if (coding == Coding.IDENTITY) {
            return body;
        }
        var bytes = compressed;
        if (bytes == null) {
            bytes = coding.encode(body);
            compressed = bytes;
        }
        return bytes;
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
