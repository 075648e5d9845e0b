package galley.ingest.format;

import java.util.regex.Pattern;

import galley.kit.html.SafeHtml;

/** Counts words as editors do: what stands between white space. */
public final class WordCount {
    private static final Pattern WORD = Pattern.compile("\\S*[\\p{L}\\p{N}]\\S*");

    private WordCount() {}

    /** The number of words in HTML. */
    public static int of(String html) {
        return Math.toIntExact(WORD.matcher(SafeHtml.toText(html)).results().count());
    }
}
