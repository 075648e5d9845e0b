package galley.kit.json;

/** Text that can be stored and sent as it stands. */
public final class SoundText {
    private SoundText() {}

    /** Whether it has no control characters but white space, and no half of a surrogate pair. */
    public static boolean isSound(String text) {
        return text.codePoints().allMatch(SoundText::isSound);
    }

    /** The text without what {@link #isSound(String)} refuses; null stays null. */
    public static String sound(String text) {
        if (text == null || isSound(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(SoundText::isSound).forEach(kept::appendCodePoint);
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
