package galley.ingest.bulk;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads an NDJSON file line by line, keeping no more than one line in memory. It cuts bytes, not
 * characters: in UTF-8 the byte of a line feed is never part of another character.
 */
final class FileLines implements FileEntries {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream file;
    private final int longest;
    private long position;
    private long lines;

    /**
     * @param file what follows in the file from the position on
     * @param position where an earlier line ended, or 0
     * @param lines how many lines are before the position
     * @param longest how many bytes of a line are kept
     */
    FileLines(InputStream file, long position, long lines, int longest) {
        this.file = new BufferedInputStream(file);
        this.position = position;
        this.lines = lines;
        this.longest = longest;
    }

    /** Gives the next line that isn't blank, or nothing at the end of the file. */
    @Override
    public Optional<FileEntry> next() throws IOException {
        while (true) {
            long start = position;
            var line = read();
            if (position == start) {
                return Optional.empty();
            }
            var bytes = start == 0 ? withoutMark(line.bytes()) : line.bytes();
            // The beginning of a line too long may be blank while the rest of it isn't.
            if (!line.whole() || !isBlank(bytes)) {
                return Optional.of(new FileEntry(bytes, line.number(), line.end(), line.whole()));
            }
        }
    }

    private FileEntry read() throws IOException {
        var kept = new ByteArrayOutputStream();
        boolean whole = true;
        lines++;
        for (int next = file.read(); next >= 0; next = file.read()) {
            position++;
            if (next == '\n') {
                break;
            }
            if (kept.size() < longest) {
                kept.write(next);
            } else if (next != '\r') { // which may be the line's end
                whole = false;
            }
        }
        return new FileEntry(withoutReturn(kept.toByteArray()), lines, position, whole);
    }

    private static byte[] withoutReturn(byte[] line) {
        int last = line.length - 1;
        return last >= 0 && line[last] == '\r' ? Arrays.copyOf(line, last) : line;
    }

    private static byte[] withoutMark(byte[] line) {
        int length = BYTE_ORDER_MARK.length;
        boolean marked =
                line.length >= length && Arrays.equals(line, 0, length, BYTE_ORDER_MARK, 0, length);
        return marked ? Arrays.copyOfRange(line, length, line.length) : line;
    }

    private static boolean isBlank(byte[] line) {
        return new String(line, StandardCharsets.UTF_8).isBlank();
    }
}
