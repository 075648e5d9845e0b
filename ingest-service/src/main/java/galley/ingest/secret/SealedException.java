package galley.ingest.secret;

/** What is sealed can't be opened; the message says why, in a sentence. */
public class SealedException extends Exception {
    private static final long serialVersionUID = 1L;

    SealedException(String message) {
        super(message);
    }
}
