package galley.ingest.format;

import java.util.Set;

/** Reads the documents of one format. A format is added by adding a bean of this type. */
public interface FormatReader {

    /** The format's name, as sources and items carry it. */
    String format();

    /** Whether the document is of this format, as far as a glance shows. */
    boolean recognises(RawDocument document);

    /**
     * The media types, without parameters, under which a document is of this format whatever it
     * looks like. None where the documents themselves say what they are.
     */
    default Set<String> mediaTypes() {
        return Set.of();
    }

    /**
     * Reads a document that was recognised. An entry that can't be read is in the answer as such;
     * it never keeps the others out.
     *
     * @throws UnreadableDocumentException when no entry can be made out at all
     */
    Reading read(RawDocument document) throws UnreadableDocumentException;
}
