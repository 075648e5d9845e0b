package galley.ingest.routing;

import java.util.List;
import java.util.UUID;

import galley.events.Routing;

/**
 * What rules decided for an item, and why.
 *
 * @param because the rules that applied, in their order
 */
public record RoutingDecision(List<Applied> because, Routing outcome) {

    /** Whether a rule submits or releases the article. */
    public boolean hasSteps() {
        return outcome.submittedBy() != null;
    }

    /** The same without what needs the whole text: nothing is submitted or released. */
    public RoutingDecision withoutSteps() {
        return new RoutingDecision(
                because,
                new Routing(
                        outcome.rules(),
                        outcome.desk(),
                        outcome.section(),
                        outcome.tags(),
                        outcome.priority(),
                        null,
                        null,
                        null));
    }

    /**
     * A rule that applied.
     *
     * @param evidence for each of its conditions what met it
     */
    public record Applied(UUID rule, String name, List<String> evidence) {}
}
