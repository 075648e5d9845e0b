package galley.publish.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** A content coding (RFC 9110, section 8.4.1). */
public enum Coding {
    IDENTITY,
    GZIP;

    /** Below this, the coding's own overhead and work outweigh what it saves. */
    private static final int WORTHWHILE_BYTES = 860;

    private static final Pattern ZERO = Pattern.compile("0(\\.0*)?");

    /** An entry of {@code Accept-Encoding} that speaks for or against gzip, with its weight. */
    private static final Pattern ENTRY =
            Pattern.compile(
                    "(?:^|,)\\s*(x-gzip|gzip|\\*)\\s*(?:;\\s*q=([0-9.]{1,5})\\s*)?(?=,|$)",
                    Pattern.CASE_INSENSITIVE);

    /**
     * The coding to answer with.
     *
     * @param acceptEncoding the header as it came, or null
     * @param size bytes before coding
     */
    static Coding choose(String acceptEncoding, int size) {
        if (acceptEncoding == null || size < WORTHWHILE_BYTES) {
            return IDENTITY;
        }
        boolean any = false;
        var entries = ENTRY.matcher(acceptEncoding);
        while (entries.find()) {
            boolean wanted = entries.group(2) == null || !ZERO.matcher(entries.group(2)).matches();
            if (!entries.group(1).equals("*")) {
                return wanted ? GZIP : IDENTITY;
            }
            any = wanted;
        }
        return any ? GZIP : IDENTITY;
    }

    /** Whether a client takes gzip for what is long. */
    public static boolean takesGzip(String acceptEncoding) {
        return choose(acceptEncoding, Integer.MAX_VALUE) == GZIP;
    }

    /** What tells this coding's entity tags from those of the others. */
    String tagSuffix() {
        return this == GZIP ? "-gzip" : "";
    }

    /** The bytes as they are sent. */
    byte[] encode(byte[] body) {
        if (this == IDENTITY) {
            return body;
        }
        var encoded = new ByteArrayOutputStream(body.length / 3);
        try (var gzip = new GZIPOutputStream(encoded)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return encoded.toByteArray();
    }
}
