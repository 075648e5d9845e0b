package galley.ingest.format;

/** Markup of more elements than {@link ElementLimit} lets pass. The message says how many do. */
public final class TooManyElementsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyElementsException(String thing, int limit) {
        super(thing + " has more than " + limit + " elements.");
    }
}
