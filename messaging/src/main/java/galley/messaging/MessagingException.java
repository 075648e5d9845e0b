package galley.messaging;

/** The database failed under the outbox or the inbox; the cause says how. */
class MessagingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MessagingException(String message, Throwable cause) {
        super(message, cause);
    }
}
