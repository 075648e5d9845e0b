package galley.editorial.workflow;

/** Who wrote the last change may not approve it. */
public class FourEyesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Without further detail: the rule is all there is to say. */
    public FourEyesException() {
        super("Who wrote the last change may not approve it; somebody else has to.");
    }
}
