package galley.editorial.content;

/** Text without markup, as fields such as headlines hold it. */
public final class PlainText {
    private PlainText() {}

    /** The text without white space around it; null where nothing is left. */
    public static String orNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
