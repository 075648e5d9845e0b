package galley.ingest.item;

/** An article that no event can carry. The message is a sentence for its source. */
public final class ArticleTooLargeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final long limit;

    ArticleTooLargeException(long size, long limit) {
        super(
                "The article takes %d bytes as an event, which is more than %d."
                        .formatted(size, limit));
        this.limit = limit;
    }

    /** How many bytes an article may take. */
    public long limit() {
        return limit;
    }
}
