package galley.editorial.slug;

import java.util.UUID;
import java.util.regex.Pattern;

import com.ibm.icu.text.Transliterator;

/** Makes the last segment of an address from a headline in any script. */
final class SlugText {
    static final int MAX_LENGTH = 80;

    private static final Transliterator LATIN =
            Transliterator.getInstance(
                    "Any-Latin; NFKD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower");
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=[a-z0-9])'(?=[a-z0-9])");
    private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]+");

    /** Also the short forms that some readers of ids accept. */
    private static final Pattern LIKE_AN_ID =
            Pattern.compile("[0-9a-f]{1,8}(-[0-9a-f]{1,4}){3}-[0-9a-f]{1,12}");

    private SlugText() {}

    /**
     * Answers one to {@value #MAX_LENGTH} of the letters a to z, digits and hyphens; whole words
     * where that is possible, never the text of an id.
     *
     * @param id stands in for a headline that has no letter and no digit
     */
    static String of(String headline, UUID id) {
        String ascii = LATIN.transliterate(headline);
        String words = APOSTROPHE.matcher(ascii).replaceAll("");
        String slug = shorten(trim(SEPARATORS.matcher(words).replaceAll("-")));
        if (slug.isEmpty()) {
            return "article-" + id.toString().substring(0, 8);
        }
        return LIKE_AN_ID.matcher(slug).matches() ? "article-" + slug : slug;
    }

    private static String trim(String slug) {
        int start = slug.startsWith("-") ? 1 : 0;
        int end = slug.endsWith("-") ? slug.length() - 1 : slug.length();
        return start < end ? slug.substring(start, end) : "";
    }

    private static String shorten(String slug) {
        if (slug.length() <= MAX_LENGTH) {
            return slug;
        }
        int lastWord = slug.lastIndexOf('-', MAX_LENGTH);
        return slug.substring(0, lastWord > 0 ? lastWord : MAX_LENGTH);
    }
}
