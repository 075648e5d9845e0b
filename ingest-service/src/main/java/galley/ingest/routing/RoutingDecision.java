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

    /**
     * A rule that applied.
     *
     * @param evidence for each of its conditions what met it
     */
    public record Applied(UUID rule, String name, List<String> evidence) {}
}
