package galley.kit.picture;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Texts of metadata, whose bytes seldom say truthfully which characters they are. */
final class NoteText {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private NoteText() {}

    /**
     * UTF-8 where that is possible, which other texts hardly ever are by accident; else Western.
     */
    static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WESTERN);
        }
    }

    /** One line of at most so many characters, or null when nothing is said. */
    static String line(String text, int limit) {
        if (text == null) {
            return null;
        }
        var line = new StringBuilder();
        int length = 0;
        boolean space = false;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            if (separates(character)) {
                space = length > 0;
                continue;
            }
            if (length + (space ? 2 : 1) > limit) {
                return cut(line);
            }
            length += space ? 2 : 1;
            line.append(space ? " " : "").appendCodePoint(character);
            space = false;
        }
        return line.isEmpty() ? null : line.toString();
    }

    private static boolean separates(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.SURROGATE
                || !Character.isDefined(character);
    }

    private static String cut(StringBuilder line) {
        line.setLength(line.offsetByCodePoints(line.length(), -1));
        return line.append('…').toString();
    }
}
