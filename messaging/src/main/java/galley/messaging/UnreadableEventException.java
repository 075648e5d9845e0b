package galley.messaging;

/** The event's content can't be understood; trying again will not help. */
public class UnreadableEventException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong, for the operator who reads the dead letter
     */
    public UnreadableEventException(String message) {
        super(message);
    }

    /**
     * @param message what is wrong, for the operator who reads the dead letter
     * @param cause what the reader threw
     */
    public UnreadableEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
