package galley.publish.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** A content coding (RFC 9110, section 8.4.1). */
enum Coding {
    IDENTITY,
    GZIP;

    /** Below this, the coding's own overhead and work outweigh what it saves. */
    private static final int WORTHWHILE_BYTES = 860;

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
        double gzip = -1;
        double any = 0;
        for (String entry : acceptEncoding.toLowerCase(Locale.ROOT).split(",")) {
            var fields = entry.strip().split("\\s*;\\s*");
            switch (fields[0]) {
                case "gzip", "x-gzip" -> gzip = quality(fields);
                case "*" -> any = quality(fields);
                default -> {
                    // a coding that is not offered
                }
            }
        }
        return (gzip >= 0 ? gzip : any) > 0 ? GZIP : IDENTITY;
    }

    private static double quality(String[] fields) {
        for (String field : fields) {
            if (field.startsWith("q=")) {
                try {
                    return Double.parseDouble(field.substring(2));
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
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
