package galley.ingest.bulk;

import java.io.InputStream;
import java.util.Objects;

/** What follows in an import's file from a position on, read from the database slice by slice. */
final class PartsStream extends InputStream {
    private static final int SLICE = 256 * 1024;

    private final ImportParts parts;
    private final BulkImport file;
    private long position;
    private byte[] slice = {};
    private int at;

    PartsStream(ImportParts parts, BulkImport file, long position) {
        this.parts = parts;
        this.file = file;
        this.position = position;
    }

    @Override
    public int read() {
        return fill() ? slice[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, slice.length - at);
        System.arraycopy(slice, at, target, offset, count);
        at += count;
        return count;
    }

    /** Whether there is a byte to read. */
    private boolean fill() {
        if (at < slice.length) {
            return true;
        }
        if (position >= file.size) {
            return false;
        }
        slice = parts.read(file.id, position, SLICE);
        position += slice.length;
        at = 0;
        return true;
    }
}
