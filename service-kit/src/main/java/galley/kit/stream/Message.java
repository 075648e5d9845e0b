package galley.kit.stream;

/**
 * One thing that a stream sends.
 *
 * @param position from which a client goes on that has got it
 * @param name the event's; null for a comment, which only says that the stream lives
 * @param data the event's; null for a comment
 */
public record Message(long position, String name, String data) {
    /** Nothing more comes. */
    static final Message END = new Message(0, "end", null);

    /** A comment, with which the client's position moves on past what was not for it. */
    static Message comment(long position) {
        return new Message(position, null, null);
    }

    /** Something that the client has not seen is no longer known: it reads everything again. */
    static Message reset(long position) {
        return new Message(position, "reset", "{}");
    }
}
