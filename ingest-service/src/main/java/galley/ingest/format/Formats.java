package galley.ingest.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;

/** The formats that can be read. */
@ApplicationScoped
public class Formats {
    /** The name that leaves it to the document to say what it is. */
    public static final String AUTO = "auto";

    /**
     * How many bytes of documents are read at the same time: the trees made of them take many times
     * as much memory. A document larger than its largest share is read as well, but not beside
     * another large one, and leaves room for small ones.
     */
    private static final int BUDGET = 4_000_000;

    private static final int LARGEST_SHARE = 3_000_000;
    private static final int SMALLEST_SHARE = 10_000;

    private final Semaphore budget = new Semaphore(BUDGET);
    private final List<FormatReader> readers;

    /** With a reader for each format. */
    public Formats(@All List<FormatReader> readers) {
        this.readers = readers;
    }

    /** Whether a source may say that its documents have this format. */
    public boolean isKnown(String format) {
        return format.equals(AUTO) || names().contains(format);
    }

    /** A sentence that names the formats. */
    public String sentence() {
        return "The formats are auto, " + String.join(", ", names()) + ".";
    }

    /** The names of all formats, sorted. */
    public List<String> names() {
        return readers.stream().map(FormatReader::format).sorted().toList();
    }

    /**
     * Reads a document. The document itself says what it is: a source that turns from one format to
     * another goes on being read. Where it does not say, the source does.
     *
     * @param format what the source says, or {@link #AUTO}
     * @throws UnreadableDocumentException when it is of no known format, or nothing can be read
     */
    public Reading read(RawDocument document, String format) throws UnreadableDocumentException {
        return read(document, recognising(document).or(() -> named(format)));
    }

    /**
     * Reads a document whose sender names its media type.
     *
     * @throws UnreadableDocumentException when it is of no known format, or nothing can be read
     */
    public Reading readSent(RawDocument document) throws UnreadableDocumentException {
        return read(document, ofType(document.contentType()).or(() -> recognising(document)));
    }

    /** Whether the document itself says of which format it is. */
    public boolean recognises(RawDocument document) {
        return recognising(document).isPresent();
    }

    /** Whether a media type names a format by itself. */
    public boolean isFormatOf(String mediaType) {
        return ofType(mediaType).isPresent();
    }

    private Reading read(RawDocument document, Optional<FormatReader> reader)
            throws UnreadableDocumentException {
        if (document.bytes().length == 0) {
            throw new UnreadableDocumentException("The document is empty.");
        }
        var found = reader.orElseThrow(() -> new UnreadableDocumentException(unknown(document)));
        int share = Math.clamp(document.bytes().length, SMALLEST_SHARE, LARGEST_SHARE);
        budget.acquireUninterruptibly(share);
        try {
            return found.read(document);
        } catch (TooManyElementsException e) {
            throw new UnreadableDocumentException(e.getMessage());
        } catch (StackOverflowError e) {
            throw new UnreadableDocumentException("The document is nested too deeply.");
        } finally {
            budget.release(share);
        }
    }

    private Optional<FormatReader> named(String format) {
        return readers.stream().filter(reader -> reader.format().equals(format)).findFirst();
    }

    private Optional<FormatReader> ofType(String contentType) {
        var type =
                contentType == null
                        ? ""
                        : contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return readers.stream().filter(reader -> reader.mediaTypes().contains(type)).findFirst();
    }

    private Optional<FormatReader> recognising(RawDocument document) {
        return readers.stream().filter(reader -> reader.recognises(document)).findFirst();
    }

    private String unknown(RawDocument document) {
        var known = names().stream().collect(Collectors.joining(" nor "));
        var start = document.text().strip();
        return "The document is neither %s; it starts with: %s"
                .formatted(known, start.substring(0, Math.min(start.length(), 80)));
    }
}
