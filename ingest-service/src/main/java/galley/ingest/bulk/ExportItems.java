package galley.ingest.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Cuts an export file of WordPress into its items without parsing it, keeping no more than one item
 * in memory. It cuts bytes: every charset but UTF-16 and UTF-32 writes tags as ASCII does. An item
 * whose end is missing ends where the next one begins; where it is a CDATA section or a comment
 * that has no end, the item ends with the first end tag after all, so that it spoils no other.
 */
final class ExportItems implements FileEntries {
    private static final byte[] START = ascii("<item");
    private static final byte[] END = ascii("</item");
    private static final byte[] SECTION = ascii("<![CDATA[");
    private static final byte[] SECTION_END = ascii("]]>");

    /** What follows where WordPress has cut a section because its text has an end of one. */
    private static final byte[] REST = ascii("<![CDATA[>");

    private static final byte[] COMMENT = ascii("<!--");
    private static final byte[] COMMENT_END = ascii("-->");
    private static final byte[] OPEN = ascii("<");
    private static final byte[] CLOSE = ascii(">");
    private static final int CHUNK = 64 * 1024;
    private static final int NONE = -1;

    private final InputStream file;
    private final int longest;
    private long position;
    private long items;
    private byte[] window;
    private int length;

    /**
     * @param file what follows in the file from the position on
     * @param position where an earlier item ended, or 0
     * @param items how many items are before the position
     * @param longest how many bytes of an item are kept
     */
    ExportItems(InputStream file, long position, long items, int longest) {
        this.file = file;
        this.position = position;
        this.items = items;
        this.longest = longest;
        this.window = new byte[Math.min(CHUNK, longest)];
    }

    /**
     * What stands before the next item; the rest of the file where there is none.
     *
     * @return nothing when it is longer than may be kept
     */
    Optional<byte[]> head() throws IOException {
        int start = find(START, 0, true);
        if (start == NONE && length >= longest) {
            return Optional.empty();
        }
        var head = Arrays.copyOf(window, start == NONE ? length : start);
        drop(head.length);
        return Optional.of(head);
    }

    /** The position in the file up to which all was given. */
    long position() {
        return position;
    }

    @Override
    public Optional<FileEntry> next() throws IOException {
        if (!skipTo(START)) {
            return Optional.empty();
        }
        items++;
        int end = end(true);
        if (end == NONE) {
            end = end(false);
        }
        if (end == NONE && length >= longest) {
            var beginning = Arrays.copyOf(window, longest);
            drop(START.length);
            skipOver();
            return Optional.of(new FileEntry(beginning, items, position, false));
        }
        var item = Arrays.copyOf(window, end == NONE ? length : end);
        drop(item.length);
        return Optional.of(new FileEntry(item, items, position, end != NONE));
    }

    /** Where the item at the window's start ends; none if it does not within what may be kept. */
    private int end(boolean respectSections) throws IOException {
        int close = find(END, START.length, respectSections);
        int next = find(START, START.length, respectSections);
        if (close == NONE || (next != NONE && next < close)) {
            return next;
        }
        int bracket = indexOf(CLOSE, close);
        return bracket == NONE ? NONE : bracket + 1;
    }

    /** Drops what is before the next tag of this name; all where there is none. */
    private boolean skipTo(byte[] tag) throws IOException {
        while (true) {
            int found = find(tag, 0, true);
            if (found == NONE) {
                found = find(tag, 0, false); // behind a section that has no end
            }
            if (found != NONE) {
                drop(found);
                return true;
            }
            if (length < longest) {
                drop(length);
                return false;
            }
            drop(length - SECTION.length); // which may begin a tag
        }
    }

    /** Drops the rest of an item that is too long, up to whatever ends it. */
    private void skipOver() throws IOException {
        while (true) {
            int close = find(END, 0, false);
            int next = find(START, 0, false);
            int end = close == NONE || (next != NONE && next < close) ? next : close;
            if (end != NONE) {
                drop(end);
                return;
            }
            if (length < longest) {
                drop(length);
                return;
            }
            drop(length - SECTION.length);
        }
    }

    /** The next tag of this name from a place in the window on, within what may be kept. */
    private int find(byte[] tag, int from, boolean respectSections) throws IOException {
        int at = from;
        while (true) {
            at = indexOf(OPEN, at);
            if (at == NONE) {
                return NONE;
            }
            has(at + SECTION.length);
            if (startsWith(tag, at) && endsName(at + tag.length)) {
                return at;
            }
            if (respectSections && startsWith(SECTION, at)) {
                at = afterSection(at);
            } else if (respectSections && startsWith(COMMENT, at)) {
                at = after(COMMENT_END, at + COMMENT.length);
            } else {
                at++;
            }
            if (at == NONE) {
                return NONE;
            }
        }
    }

    /** A section that has no end of its own seems to end with one in a later item. */
    private int afterSection(int at) throws IOException {
        int end = after(SECTION_END, at + SECTION.length);
        boolean goesOn = end != NONE && has(end + REST.length) && startsWith(REST, end);
        return end != NONE && !goesOn && holdsAnotherSection(at + 1, end) ? at + 1 : end;
    }

    /** Whether an item ends here and another begins that has a section. */
    private boolean holdsAnotherSection(int from, int end) throws IOException {
        int at = from;
        for (byte[] tag : List.of(END, START, SECTION)) {
            at = indexOf(tag, at);
            if (at == NONE || at >= end) {
                return false;
            }
        }
        return true;
    }

    private int after(byte[] end, int from) throws IOException {
        int found = indexOf(end, from);
        return found == NONE ? NONE : found + end.length;
    }

    private int indexOf(byte[] text, int from) throws IOException {
        for (int at = from; has(at + text.length); at++) {
            if (window[at] == text[0] && startsWith(text, at)) {
                return at;
            }
        }
        return NONE;
    }

    private boolean startsWith(byte[] text, int at) {
        return at + text.length <= length
                && Arrays.equals(window, at, at + text.length, text, 0, text.length);
    }

    /** Whether a name ends at this place: {@code items} is no item. */
    private boolean endsName(int at) throws IOException {
        return has(at + 1)
                && (window[at] == '>'
                        || window[at] == '/'
                        || (window[at] <= ' ' && window[at] > 0));
    }

    /** Whether the window has so many bytes, which are read if they may be kept. */
    private boolean has(int count) throws IOException {
        while (length < count && length < longest) {
            if (length == window.length) {
                window = Arrays.copyOf(window, (int) Math.min(longest, 2L * window.length));
            }
            int read = file.read(window, length, Math.min(CHUNK, window.length - length));
            if (read < 0) {
                return false;
            }
            length += read;
        }
        return length >= count;
    }

    private void drop(int count) {
        System.arraycopy(window, count, window, 0, length - count);
        length -= count;
        position += count;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
