package galley.ingest.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds out in which charset a document is written: byte order mark, then the header (RFC 7303),
 * then the XML declaration, then UTF-8. What the bytes themselves prove wins over what they are
 * said to be, for wrong labels are common and lost letters are for ever.
 */
final class DocumentText {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int DECLARATION_LENGTH = 200;
    private static final Pattern HEADER =
            Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\\s;\"']+)");
    private static final Pattern DECLARATION =
            Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']+)[\"']");

    private DocumentText() {}

    static String decode(byte[] bytes, String contentType) {
        return PlainText.withoutStrayCharacters(read(bytes, contentType));
    }

    private static String read(byte[] bytes, String contentType) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return lenientUtf8(ByteBuffer.wrap(bytes, 3, bytes.length - 3));
        }
        var wide = wide(bytes);
        if (wide.isPresent()) {
            return new String(bytes, wide.get());
        }
        var charset = named(bytes, contentType).orElse(StandardCharsets.UTF_8);
        // What has no zeros is not in UTF-16 or UTF-32, whatever it is said to be.
        if (charset.equals(StandardCharsets.UTF_8) || charset.name().matches("UTF-(16|32).*")) {
            return lenientUtf8(ByteBuffer.wrap(bytes));
        }
        // Text of another charset is hardly ever valid UTF-8 by chance.
        return strictUtf8(bytes).orElseGet(() -> new String(bytes, charset));
    }

    /** UTF-16 or UTF-32, by their mark or by the zeros that an ASCII character has in them. */
    private static Optional<Charset> wide(byte[] bytes) {
        if (startsWith(bytes, 0, 0, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
            return Optional.of(StandardCharsets.UTF_32);
        }
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16);
        }
        if (bytes.length < 4) {
            return Optional.empty();
        }
        boolean[] zero = {bytes[0] == 0, bytes[1] == 0, bytes[2] == 0, bytes[3] == 0};
        if (zero[0] == zero[1]) {
            boolean big = zero[0] && zero[2] && !zero[3];
            return big ? Optional.of(StandardCharsets.UTF_32BE) : Optional.empty();
        }
        if (zero[0]) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return Optional.of(
                zero[2] && zero[3] ? StandardCharsets.UTF_32LE : StandardCharsets.UTF_16LE);
    }

    private static Optional<Charset> named(byte[] bytes, String contentType) {
        var header = HEADER.matcher(contentType == null ? "" : contentType);
        return (header.find() ? charset(header.group(1)) : Optional.<Charset>empty())
                .or(() -> declared(bytes));
    }

    private static Optional<Charset> declared(byte[] bytes) {
        int length = Math.min(bytes.length, DECLARATION_LENGTH);
        var start = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        var declaration = DECLARATION.matcher(start);
        return declaration.find() ? charset(declaration.group(1)) : Optional.empty();
    }

    private static Optional<Charset> charset(String name) {
        try {
            var charset = Charset.forName(name);
            boolean latin =
                    charset.equals(StandardCharsets.ISO_8859_1)
                            || charset.equals(StandardCharsets.US_ASCII);
            // as browsers do: the additional characters are quotes and dashes, common in news
            return Optional.of(latin ? WINDOWS : charset);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictUtf8(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return Optional.of(text.toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Reads a byte that is no UTF-8 as windows-1252, which it nearly always is. */
    private static String lenientUtf8(ByteBuffer bytes) {
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var text = CharBuffer.allocate(bytes.remaining());
        for (var result = decoder.decode(bytes, text, true);
                result.isError();
                result = decoder.decode(bytes, text, true)) {
            for (int stray = result.length(); stray > 0; stray--) {
                text.put(WINDOWS.decode(ByteBuffer.wrap(new byte[] {bytes.get()})));
            }
            decoder.reset();
        }
        return text.flip().toString();
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
