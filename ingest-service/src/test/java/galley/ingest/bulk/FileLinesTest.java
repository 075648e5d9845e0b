package galley.ingest.bulk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class FileLinesTest {
    private static final int LONGEST = 20;

    @Test
    void everyKindOfLineEndCutsAndTheLastLineNeedsNone() throws IOException {
        assertEquals(List.of("{1}", "{2}", "{3}"), texts("{1}\n{2}\r\n{3}"));
    }

    @Test
    void blankLinesCountForNothing() throws IOException {
        assertEquals(List.of("{1}", "{2}"), texts("\n\r\n{1}\n  \t\n{2}\n\n"));
    }

    @Test
    void aLineHasTheNumberThatAnEditorShows() throws IOException {
        var lines = read(bytes("\n{2}\n\n{4}"), 0);
        assertEquals(List.of(2L, 4L), lines.stream().map(FileEntry::number).toList());
        var rest = new FileLines(new ByteArrayInputStream(bytes("\n{7}")), 99, 5, LONGEST);
        assertEquals(7, rest.next().orElseThrow().number());
    }

    @Test
    void anEmptyFileHasNoLines() throws IOException {
        assertEquals(List.of(), texts(""));
    }

    @Test
    void aByteOrderMarkIsDroppedAtTheBeginningOnly() throws IOException {
        assertEquals(List.of("{1}", "\uFEFF{2}"), texts("\uFEFF{1}\n\uFEFF{2}\n"));
    }

    @Test
    void aLineTooLongKeepsItsBeginningAndNotTheNextLineOut() throws IOException {
        var lines = read(bytes("a".repeat(LONGEST + 1) + "\n{2}\n"), 0);
        assertEquals(
                List.of("a".repeat(LONGEST), "{2}"),
                lines.stream().map(FileLinesTest::text).toList());
        assertEquals(List.of(false, true), lines.stream().map(FileEntry::whole).toList());
    }

    @Test
    void aLineAsLongAsMayBeIsWholeWhateverItsEnd() throws IOException {
        var lines = read(bytes("a".repeat(LONGEST) + "\r\n" + "b".repeat(LONGEST)), 0);
        assertEquals(List.of(true, true), lines.stream().map(FileEntry::whole).toList());
    }

    @Test
    void aBeginningThatIsBlankIsNoBlankLine() throws IOException {
        var lines = read(bytes(" ".repeat(LONGEST) + "{1}\n"), 0);
        assertEquals(List.of(false), lines.stream().map(FileEntry::whole).toList());
    }

    @Test
    void readingGoesOnExactlyWhereAnyLineEnded() throws IOException {
        var file = bytes("\uFEFF{\"ä\"}\r\n\n{\"漢\"}\n{3}");
        var all = read(file, 0);
        assertEquals(3, all.size());
        assertEquals(file.length, all.getLast().end());
        for (int taken = 1; taken <= all.size(); taken++) {
            var rest = read(file, all.get(taken - 1).end());
            assertEquals(
                    all.stream().skip(taken).map(FileLinesTest::text).toList(),
                    rest.stream().map(FileLinesTest::text).toList());
        }
    }

    private static List<String> texts(String file) throws IOException {
        return read(bytes(file), 0).stream().map(FileLinesTest::text).toList();
    }

    private static List<FileEntry> read(byte[] file, long position) throws IOException {
        var rest = Arrays.copyOfRange(file, (int) position, file.length);
        var lines = new FileLines(new ByteArrayInputStream(rest), position, 0, LONGEST);
        var read = new ArrayList<FileEntry>();
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            read.add(line.get());
        }
        return read;
    }

    private static String text(FileEntry line) {
        return new String(line.bytes(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
