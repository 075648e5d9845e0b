package galley.ingest.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import galley.events.ItemContent;

/** Short ways to read documents in tests, as a source that is pulled would be read. */
public final class Readings {
    /** Where all documents come from. */
    public static final URI ADDRESS = URI.create("https://feed.example/news/feed.xml");

    private Readings() {}

    /** Reads a document of one format, which its reader must recognise. */
    public static Reading read(FormatReader reader, String document) {
        return read(reader, document.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a document of one format, which its reader must recognise. */
    public static Reading read(FormatReader reader, byte[] document) {
        return read(new Formats(List.of(reader)), document, null);
    }

    /** Reads a document that must be readable. */
    public static Reading read(Formats formats, byte[] document, String contentType) {
        try {
            return formats.read(new RawDocument(document, contentType, ADDRESS), Formats.AUTO);
        } catch (UnreadableDocumentException e) {
            throw new AssertionError(e);
        }
    }

    /** A sample document. */
    public static byte[] sample(String name) {
        try (var in = Readings.class.getResourceAsStream("/samples/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entries that were read. */
    public static List<ReadItem> items(Reading reading) {
        return reading.entries().stream()
                .filter(ReadItem.class::isInstance)
                .map(ReadItem.class::cast)
                .toList();
    }

    /** The entries that were not. */
    public static List<UnreadableEntry> failures(Reading reading) {
        return reading.entries().stream()
                .filter(UnreadableEntry.class::isInstance)
                .map(UnreadableEntry.class::cast)
                .toList();
    }

    /** The only entry. */
    public static ReadItem onlyItem(Reading reading) {
        if (reading.entries().size() == 1
                && reading.entries().getFirst() instanceof ReadItem item) {
            return item;
        }
        throw new AssertionError(reading);
    }

    /** The content of the only entry. */
    public static ItemContent only(Reading reading) {
        return onlyItem(reading).content();
    }
}
