package galley.editorial.workflow;

/** The step is not legal where the article stands. */
public class StepNotAllowedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Standing standing;

    /** The step that was refused, and where the article stood. */
    public StepNotAllowedException(Step step, Standing standing) {
        super("'%s' is not possible here".formatted(step.wireName()));
        this.standing = standing;
    }

    /** Where the article stood. */
    public Standing standing() {
        return standing;
    }
}
