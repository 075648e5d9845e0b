package galley.publish.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;

/**
 * A content coding (RFC 9110, section 8.4.1); of those that a client likes equally well the first
 * is taken.
 */
public enum Coding {
    /** RFC 7932; only where the library has code for the processor. */
    BROTLI("br"),
    GZIP("gzip"),
    IDENTITY("identity");

    /** Below this, the coding's own overhead and work outweigh what it saves. */
    private static final int WORTHWHILE_BYTES = 860;

    /** Smaller than gzip's best, in about the same time. */
    private static final Encoder.Parameters BROTLI_EFFORT = Encoder.Parameters.create(5);

    private static final List<Coding> AVAILABLE =
            Arrays.stream(values())
                    .filter(coding -> coding != BROTLI || Brotli4jLoader.isAvailable())
                    .toList();

    /** Whoever names other codings alone takes this one too, but likes those better. */
    private static final double UNNAMED_IDENTITY = 0.0001;

    private final String token;

    Coding(String token) {
        this.token = token;
    }

    /** Its name in {@code Content-Encoding}. */
    String token() {
        return token;
    }

    /**
     * The coding to answer with: the one with the greatest weight. Where a client refuses all, it
     * gets the bytes as they are.
     *
     * @param acceptEncoding the header as it came, or null
     * @param size bytes before coding
     */
    static Coding choose(String acceptEncoding, int size) {
        if (acceptEncoding == null || size < WORTHWHILE_BYTES) {
            return IDENTITY;
        }
        var weights = weights(acceptEncoding);
        return AVAILABLE.stream()
                .filter(coding -> coding.weight(weights) > 0)
                .min(Comparator.comparingDouble(coding -> -coding.weight(weights)))
                .orElse(IDENTITY);
    }

    private double weight(Map<String, Double> weights) {
        var others = weights.getOrDefault("*", this == IDENTITY ? UNNAMED_IDENTITY : 0.0);
        return weights.getOrDefault(token, others);
    }

    private static Map<String, Double> weights(String acceptEncoding) {
        Map<String, Double> weights = new HashMap<>();
        for (var entry : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
            var parts = entry.split(";", -1);
            var name = parts[0].strip();
            var weight = parts.length == 1 ? 1.0 : weight(parts[1].strip());
            weights.put(name.equals("x-gzip") ? "gzip" : name, weight);
        }
        return weights;
    }

    /** From 0 to 1; what is no weight wants nothing. */
    private static double weight(String parameter) {
        return parameter.matches("q=[01](\\.[0-9]{0,3})?")
                ? Double.parseDouble(parameter.substring(2))
                : 0;
    }

    /** Whether a client takes gzip for what is long. */
    public static boolean takesGzip(String acceptEncoding) {
        return choose(acceptEncoding, Integer.MAX_VALUE) == GZIP;
    }

    /** What tells this coding's entity tags from those of the others. */
    String tagSuffix() {
        return this == IDENTITY ? "" : "-" + token;
    }

    /** The bytes as they are sent. */
    byte[] encode(byte[] body) {
        try {
            return switch (this) {
                case IDENTITY -> body;
                case GZIP -> gzip(body);
                case BROTLI -> Encoder.compress(body, BROTLI_EFFORT);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] body) throws IOException {
        var encoded = new ByteArrayOutputStream(body.length / 3);
        try (var gzip = new GZIPOutputStream(encoded)) {
            gzip.write(body);
        }
        return encoded.toByteArray();
    }
}
