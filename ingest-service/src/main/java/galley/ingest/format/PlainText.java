package galley.ingest.format;

import java.nio.charset.Charset;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jsoup.nodes.Entities;

import galley.kit.html.SafeHtml;

/** Text without markup, as items carry it in headlines, names and notes. */
public final class PlainText {
    private static final Pattern MARKUP =
            Pattern.compile("</?[a-zA-Z][^<>]*>|&(#\\d+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private static final char REPLACEMENT = '\uFFFD';
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern BLANK_LINE = Pattern.compile("\\R\\s*\\R");

    private PlainText() {}

    /**
     * One line of plain text from what a source wrote, which may be HTML although it should not.
     *
     * @return the line, empty when there is no text
     * @throws TooManyElementsException when it has more than any text
     */
    public static String line(String text) {
        if (text == null) {
            return "";
        }
        var plain =
                isMarkup(text)
                        ? SafeHtml.toText(ElementLimit.html(text))
                        : withoutStrayCharacters(text);
        return SPACE.matcher(plain).replaceAll(" ").strip();
    }

    /** Like {@link #line}, but null when there is no text. */
    public static String lineOrNull(String text) {
        var line = line(text);
        return line.isEmpty() ? null : line;
    }

    /**
     * A name that only its source understands, such as a guid: one line as it was written, markup
     * or not; null when there is nothing.
     */
    public static String nameOrNull(String text) {
        if (text == null) {
            return null;
        }
        var name = SPACE.matcher(withoutStrayCharacters(text)).replaceAll(" ").strip();
        return name.isEmpty() ? null : name;
    }

    /** The HTML of plain text that stays in its line. */
    public static String escape(String text) {
        return Entities.escape(text.strip());
    }

    /** The HTML of plain text: a paragraph for each run of lines. */
    public static String toHtml(String text) {
        return BLANK_LINE
                .splitAsStream(text.strip())
                .map(paragraph -> "<p>" + Entities.escape(paragraph.strip()) + "</p>")
                .collect(Collectors.joining("\n"));
    }

    /** The HTML of a text that may be plain or HTML; null when there is none. */
    public static String asHtml(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return isMarkup(text) ? text : toHtml(text);
    }

    /** Whether a text that may be plain or HTML is HTML. */
    public static boolean isMarkup(String text) {
        return MARKUP.matcher(text).find();
    }

    /**
     * The text without control characters and halves of characters, which nothing can store. Those
     * that Unicode inherited from ISO 8859 are quotes and dashes of windows-1252, wrongly decoded.
     */
    public static String withoutStrayCharacters(String text) {
        if (text.codePoints().noneMatch(PlainText::isStray)) {
            return text;
        }
        var kept = new StringBuilder(text.length());
        text.codePoints()
                .map(PlainText::meant)
                .filter(c -> !isStray(c))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static int meant(int c) {
        if (c < 0x80 || c > 0x9F) {
            return c;
        }
        char decoded = new String(new byte[] {(byte) c}, WINDOWS).charAt(0);
        return decoded == REPLACEMENT ? c : decoded;
    }

    private static boolean isStray(int c) {
        return (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r')
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                || c == 0xFFFE
                || c == 0xFFFF
                || c == 0xFEFF;
    }
}
