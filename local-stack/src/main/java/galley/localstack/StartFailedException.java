package galley.localstack;

/** A server or service did not come up; the message says which and why. */
public final class StartFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartFailedException(String message) {
        super(message);
    }
}
