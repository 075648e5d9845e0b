package galley.ingest.structure;

/** Shortens texts, and never in the middle of a character. */
final class Excerpt {
    private Excerpt() {}

    /** The beginning of a text, with an ellipsis where something is left out; null of null. */
    static String of(String text, int maxLength) {
        return text == null || text.length() <= maxLength ? text : beginning(text, maxLength) + "…";
    }

    /** The beginning of a text. */
    static String beginning(String text, int maxLength) {
        return text.substring(0, boundary(text, Math.min(maxLength, text.length())));
    }

    /** The place, or the one before it where the place is inside a character. */
    static int boundary(String text, int place) {
        boolean isInside =
                place > 0
                        && place < text.length()
                        && Character.isSurrogatePair(text.charAt(place - 1), text.charAt(place));
        return isInside ? place - 1 : place;
    }
}
