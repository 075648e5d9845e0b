package galley.editorial.workflow;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import galley.events.Publication;
import galley.events.Workflow;

/**
 * Where an article stands: all that decides which steps are legal.
 *
 * @param workflow state of the working revision
 * @param publication what readers get
 * @param version 0 until the first release
 */
public record Standing(Workflow workflow, Publication publication, int version) {

    /** Whether the step may be taken from here, whoever takes it. A killed article stays killed. */
    public boolean allows(Step step) {
        return publication != Publication.KILLED && step.leadsFrom(this);
    }

    /** The steps that people may take from here, in the order of the table. */
    public List<Step> allowed() {
        return Stream.of(Step.values())
                .filter(step -> !step.roles().isEmpty() && allows(step))
                .toList();
    }

    /** The steps that somebody who may take some may take from here. */
    public List<Step> allowedWhere(Predicate<Step> privilege) {
        return allowed().stream().filter(privilege).toList();
    }

    boolean wasReleased() {
        return version > 0;
    }

    boolean canBeWithheld() {
        return wasReleased() && !isWithheld();
    }

    boolean isWithheld() {
        return publication == Publication.WITHHELD;
    }
}
