package galley.ingest.format;

/** A document of which nothing can be read. The message says why, for the source's admin. */
public final class UnreadableDocumentException extends Exception {
    private static final long serialVersionUID = 1L;

    /** With a sentence that says why. */
    public UnreadableDocumentException(String reason) {
        super(reason);
    }
}
