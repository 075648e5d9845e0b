package galley.localstack;

/** A server or service did not come up; the message says which and why. */
public final class StartFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message tells which and why
     */
    public StartFailedException(String message) {
        super(message);
    }
}
