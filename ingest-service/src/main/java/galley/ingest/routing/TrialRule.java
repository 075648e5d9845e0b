package galley.ingest.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import galley.events.ItemContent;
import galley.ingest.source.Source;
import galley.kit.problem.Problem;

/** A rule that is looked at before it is made. */
public final class TrialRule {
    private final Rule rule;

    private TrialRule(Rule rule) {
        this.rule = rule;
    }

    /**
     * The rule, as if it were in force.
     *
     * @throws Problem 422 that names every error
     */
    public static TrialRule of(NewRule sent) {
        var rule = new Rule(RuleReader.read(sent), Instant.EPOCH);
        rule.enabled = true;
        return new TrialRule(rule);
    }

    /** The source to whose items it applies; null for all. */
    public UUID source() {
        return rule.sourceId;
    }

    /** What it alone would decide; empty where it does not apply. */
    public Optional<RoutingDecision> decide(Source source, ItemContent content, Instant at) {
        return Router.decide(List.of(rule), source, content, at);
    }
}
