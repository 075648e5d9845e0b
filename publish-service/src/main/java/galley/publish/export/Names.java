package galley.publish.export;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/** What WordPress calls people and terms in addresses: plain ASCII, of no two names the same. */
final class Names {
    private static final int HASH_BYTES = 4;

    private Names() {}

    /** The login of an author. */
    static String login(String author) {
        return "author-" + hash(author);
    }

    /**
     * The nicename of a category or a tag: its words, where these are plain; else with a hash that
     * tells it from others.
     */
    static String nicename(String term) {
        var plain = term.toLowerCase(Locale.ROOT).replace(' ', '-');
        if (plain.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            return plain;
        }
        var words =
                Normalizer.normalize(plain, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        return (words.isEmpty() ? "term" : words) + "-" + hash(term);
    }

    private static String hash(String text) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
