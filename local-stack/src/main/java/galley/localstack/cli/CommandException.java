package galley.localstack.cli;

/** A command can't do what it was asked for; the message says why in one line. */
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandException(String message) {
        super(message);
    }
}
