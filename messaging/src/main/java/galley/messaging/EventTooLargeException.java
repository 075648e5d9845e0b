package galley.messaging;

/** The event would not fit into one Kafka record; nothing was written. */
public class EventTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long size;
    private final long limit;

    EventTooLargeException(long size, long limit) {
        super("The event takes " + size + " bytes with its headers; the limit is " + limit);
        this.size = size;
        this.limit = limit;
    }

    /** What the record would take, in bytes, headers included. */
    public long size() {
        return size;
    }

    /** What a record may take, in bytes. */
    public long limit() {
        return limit;
    }
}
