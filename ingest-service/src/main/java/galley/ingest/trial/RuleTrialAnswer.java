package galley.ingest.trial;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import galley.ingest.routing.RoutingDecision;

/**
 * What a rule would have done with the items that came last.
 *
 * @param seen how many items were looked at
 * @param items those to which it applies, the newest first
 */
record RuleTrialAnswer(int seen, List<Each> items) {

    /** An item to which the rule applies. */
    record Each(
            UUID item,
            UUID source,
            Instant receivedAt,
            String headline,
            RoutingDecision decision) {}
}
