package galley.kit.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * The colour profile of a JPEG (ICC.1, annex B.4), which is spread over numbered segments. Readers
 * ignore one that isn't whole, thus it is left out.
 */
final class IccProfile {
    static final String NAME = "ICC_PROFILE\0";

    private static final int SIGNATURE_AT = 36;

    private final List<ByteReader> parts = new ArrayList<>();
    private int declared;
    private boolean whole = true;

    /** Takes a segment's content that follows the name. */
    void add(ByteReader content) throws UnfitPictureException {
        if (content.remaining() < 2) {
            whole = false;
            return;
        }
        int number = content.u8();
        int count = content.u8();
        whole &= number == parts.size() + 1 && (parts.isEmpty() || count == declared);
        declared = count;
        if (whole) {
            parts.add(content);
        }
    }

    /** Writes its segments, if they make a profile. */
    void write(ByteWriter out) {
        if (!whole || parts.isEmpty() || parts.size() != declared || !isProfile()) {
            return;
        }
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            out.u16(0xffe2).u16(2 + NAME.length() + 2 + part.remaining());
            out.ascii(NAME).u8(i + 1).u8(parts.size()).rest(part);
        }
    }

    private boolean isProfile() {
        var first = parts.getFirst();
        int at = first.position() + SIGNATURE_AT;
        return first.remaining() >= SIGNATURE_AT + 4 && first.from(at, 4).startsWith("acsp");
    }
}
