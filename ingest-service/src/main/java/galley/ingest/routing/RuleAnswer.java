package galley.ingest.routing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A rule as clients see it; see {@link NewRule}. */
record RuleAnswer(
        UUID id,
        long revision,
        String name,
        UUID source,
        int order,
        boolean enabled,
        List<Condition> when,
        Hours hours,
        Actions then,
        Instant createdAt) {

    static RuleAnswer of(Rule rule) {
        return new RuleAnswer(
                rule.id,
                rule.revision,
                rule.name,
                rule.sourceId,
                rule.place,
                rule.enabled,
                rule.conditions,
                rule.hours,
                rule.actions,
                rule.createdAt);
    }
}
