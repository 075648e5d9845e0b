package galley.editorial.article;

/** The article would not fit into one event. */
public class ArticleTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long limit;

    ArticleTooLargeException(long size, long limit) {
        super("The article takes %,d bytes; the limit is %,d.".formatted(size, limit));
        this.limit = limit;
    }

    /** What an article may take as JSON, in bytes. */
    long limit() {
        return limit;
    }
}
