package galley.publish.text;

/**
 * Text that every format and store can carry: the characters that XML 1.0 allows. Control
 * characters and lone surrogates, which JSON can escape, break feeds, PostgreSQL's jsonb and UTF-8
 * itself.
 */
public final class LegalText {
    private LegalText() {}

    /** The same text without the characters that are not allowed; null stays null. */
    public static String of(String text) {
        if (text == null || text.codePoints().allMatch(LegalText::isLegal)) {
            return text;
        }
        return text.codePoints()
                .filter(LegalText::isLegal)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The production Char of XML 1.0, section 2.2. */
    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
