package galley.kit.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes numbers and parts in one byte order. */
final class ByteWriter {
    private final ByteArrayOutputStream bytes;
    private final boolean bigEndian;

    ByteWriter(ByteOrder order, int expected) {
        bytes = new ByteArrayOutputStream(expected);
        bigEndian = order == ByteOrder.BIG_ENDIAN;
    }

    ByteWriter u8(int value) {
        bytes.write(value);
        return this;
    }

    ByteWriter u16(int value) {
        return number(value, 2);
    }

    ByteWriter u24(int value) {
        return number(value, 3);
    }

    ByteWriter u32(int value) {
        return number(value, 4);
    }

    ByteWriter ascii(String text) {
        return bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    ByteWriter bytes(byte[] added) {
        bytes.writeBytes(added);
        return this;
    }

    /** What a reader has not read yet. */
    ByteWriter rest(ByteReader part) {
        return bytes(part.rest());
    }

    int size() {
        return bytes.size();
    }

    byte[] written() {
        return bytes.toByteArray();
    }

    private ByteWriter number(int value, int length) {
        for (int i = 0; i < length; i++) {
            bytes.write(value >>> (8 * (bigEndian ? length - 1 - i : i)));
        }
        return this;
    }
}
