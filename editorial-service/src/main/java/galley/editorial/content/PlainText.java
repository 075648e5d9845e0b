package galley.editorial.content;

/** Text without markup, as fields such as headlines hold it. */
public final class PlainText {
    private PlainText() {}

    /** The text without white space around it; null where nothing is left. */
    public static String orNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /**
     * Whether the text can be stored and sent as it stands: no control characters but white space,
     * no half of a surrogate pair.
     */
    public static boolean isSound(String text) {
        return text.codePoints().allMatch(PlainText::isSound);
    }

    /** The text without what {@link #isSound(String)} refuses; null stays null. */
    public static String sound(String text) {
        if (text == null || isSound(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(PlainText::isSound).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isSound(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> Character.isWhitespace(codePoint);
            case Character.SURROGATE -> false;
            default -> true;
        };
    }
}
