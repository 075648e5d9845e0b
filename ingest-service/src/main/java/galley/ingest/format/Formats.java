package galley.ingest.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;

/** The formats that can be read. */
@ApplicationScoped
public class Formats {
    /** The name that leaves it to the document to say what it is. */
    public static final String AUTO = "auto";

    private final List<FormatReader> readers;

    /** With a reader for each format. */
    public Formats(@All List<FormatReader> readers) {
        this.readers = readers;
    }

    /** The names of all formats, sorted. */
    public List<String> names() {
        return readers.stream().map(FormatReader::format).sorted().toList();
    }

    /**
     * Reads a document. The document itself says what it is: a source that turns from one format to
     * another goes on being read.
     *
     * @throws UnreadableDocumentException when it is of no known format, or nothing can be read
     */
    public Reading read(RawDocument document) throws UnreadableDocumentException {
        if (document.bytes().length == 0) {
            throw new UnreadableDocumentException("The document is empty.");
        }
        return reader(document)
                .orElseThrow(() -> new UnreadableDocumentException(unknown(document)))
                .read(document);
    }

    private Optional<FormatReader> reader(RawDocument document) {
        return readers.stream().filter(reader -> reader.recognises(document)).findFirst();
    }

    private String unknown(RawDocument document) {
        var known = names().stream().collect(Collectors.joining(" nor "));
        var start = document.text().strip();
        return "The document is neither %s; it starts with: %s"
                .formatted(known, start.substring(0, Math.min(start.length(), 80)));
    }
}
