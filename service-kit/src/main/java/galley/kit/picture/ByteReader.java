package galley.kit.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads numbers and parts of bytes, and never past their end. */
final class ByteReader {
    private final ByteBuffer bytes;

    ByteReader(byte[] bytes, ByteOrder order) {
        this(ByteBuffer.wrap(bytes).order(order));
    }

    private ByteReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** The same bytes from the beginning, in another order. */
    ByteReader inOrder(ByteOrder order) {
        return new ByteReader(bytes.duplicate().rewind().order(order));
    }

    int position() {
        return bytes.position();
    }

    int remaining() {
        return bytes.remaining();
    }

    boolean atEnd() {
        return !bytes.hasRemaining();
    }

    int u8() throws UnfitPictureException {
        require(1);
        return bytes.get() & 0xff;
    }

    int u16() throws UnfitPictureException {
        require(2);
        return bytes.getShort() & 0xffff;
    }

    long u32() throws UnfitPictureException {
        require(4);
        return bytes.getInt() & 0xffff_ffffL;
    }

    /** A byte further on, which must be there. */
    int ahead(int offset) {
        return bytes.get(bytes.position() + offset) & 0xff;
    }

    /** The next bytes as characters. */
    String ascii(int length) throws UnfitPictureException {
        return new String(part(length).rest(), StandardCharsets.ISO_8859_1);
    }

    /** Whether the next bytes are these characters. */
    boolean startsWith(String ascii) {
        if (remaining() < ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (ahead(i) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the next bytes are these characters; if so, they are passed. */
    boolean passes(String ascii) {
        boolean found = startsWith(ascii);
        if (found) {
            bytes.position(bytes.position() + ascii.length());
        }
        return found;
    }

    void skip(long length) throws UnfitPictureException {
        require(length);
        bytes.position(bytes.position() + (int) length);
    }

    /** The next bytes, to be read by themselves. */
    ByteReader part(long length) throws UnfitPictureException {
        require(length);
        var part = from(position(), (int) length);
        skip(length);
        return part;
    }

    /** All bytes from an offset on, wherever this reader stands. */
    ByteReader from(long offset) throws UnfitPictureException {
        if (offset > bytes.limit()) {
            throw breaksOff();
        }
        return from((int) offset, bytes.limit() - (int) offset);
    }

    /** Bytes that were read already, or may be. */
    ByteReader from(int offset, int length) {
        return new ByteReader(bytes.slice(offset, length).order(bytes.order()));
    }

    /** A copy of what is not read yet; this reader stays where it is. */
    byte[] rest() {
        var rest = new byte[remaining()];
        bytes.get(position(), rest);
        return rest;
    }

    static UnfitPictureException breaksOff() {
        return new UnfitPictureException("The picture breaks off before its end.");
    }

    private void require(long length) throws UnfitPictureException {
        if (length > remaining()) {
            throw breaksOff();
        }
    }
}
