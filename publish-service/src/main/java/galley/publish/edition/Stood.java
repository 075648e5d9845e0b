package galley.publish.edition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A list in which readers may have found an article before it was killed, by a digest of the list's
 * name: it answers "did it stand there?" without a word of what was withdrawn. The function {@code
 * edition_stood} of the database makes the same digests.
 *
 * @param digest SHA-256 in lower-case hexadecimal
 */
public record Stood(String digest) {

    /** In a section, by its exact name. */
    public static Stood inSection(String name) {
        return of("section:" + name);
    }

    /** Under a tag. */
    public static Stood underTag(String tag) {
        return of("tag:" + tag);
    }

    /** Under the name of an author. */
    public static Stood underAuthor(String byline) {
        return of("author:" + byline);
    }

    /** Among those in a language, by a range such as {@code en}. */
    public static Stood inLanguage(String range) {
        return of("language:" + range.toLowerCase(Locale.ROOT));
    }

    private static Stood of(String name) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            return new Stood(
                    HexFormat.of().formatHex(hash.digest(name.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
