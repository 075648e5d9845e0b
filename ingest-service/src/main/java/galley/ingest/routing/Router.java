package galley.ingest.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import galley.events.ItemContent;
import galley.events.Routing;
import galley.ingest.routing.RoutingDecision.Applied;
import galley.ingest.source.Source;

/** Decides by rules where items go. */
@ApplicationScoped
public class Router {
    private final RulesInForce inForce;
    private final Rules rules;

    Router(RulesInForce inForce, Rules rules) {
        this.inForce = inForce;
        this.rules = rules;
    }

    /** What the rules in force would decide for a source's items that came now. */
    public Function<ItemContent, Optional<RoutingDecision>> preview(Source source, Instant now) {
        var present = rules.inForce(source.id());
        return content -> decide(present, source, content, now);
    }

    /**
     * What the rules in force decide.
     *
     * @param at when the item came, for rules that apply at some hours only
     * @return empty where no rule applies
     */
    @Transactional(TxType.MANDATORY)
    public Optional<RoutingDecision> decide(Source source, ItemContent content, Instant at) {
        return decide(inForce.of(source.id()), source, content, at);
    }

    /** What these rules would decide. */
    static Optional<RoutingDecision> decide(
            List<Rule> rules, Source source, ItemContent content, Instant at) {
        // A cancel is a proposal to take something back; nothing goes anywhere.
        if (rules.isEmpty() || content.pubStatus().equals("canceled")) {
            return Optional.empty();
        }
        var item = new RoutedItem(content);
        var applied = new ArrayList<Applied>();
        var applying = new ArrayList<Rule>();
        for (var rule : rules) {
            var evidence = rule.applies(item, at);
            if (evidence.isPresent()) {
                applying.add(rule);
                applied.add(new Applied(rule.id, rule.name, evidence.get()));
            }
        }
        return applied.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new RoutingDecision(
                                List.copyOf(applied),
                                outcome(applying, ReleaseGuard.objection(source, content, at))));
    }

    private static Routing outcome(List<Rule> rules, Optional<String> objection) {
        var tags = new LinkedHashSet<String>();
        rules.forEach(rule -> tags.addAll(rule.actions.tags()));
        var releases = first(rules, Actions::releases);
        var releasedBy = objection.isEmpty() ? releases : Optional.<UUID>empty();
        return new Routing(
                rules.stream().map(rule -> rule.id).toList(),
                said(rules, Actions::desk),
                said(rules, Actions::section),
                List.copyOf(tags),
                said(rules, Actions::priority),
                first(rules, Actions::submits).or(() -> releases).orElse(null),
                releasedBy.orElse(null),
                releases.flatMap(_ -> objection).orElse(null));
    }

    private static Optional<UUID> first(List<Rule> rules, Predicate<Actions> does) {
        return rules.stream()
                .filter(rule -> does.test(rule.actions))
                .map(rule -> rule.id)
                .findFirst();
    }

    private static <T> T said(List<Rule> rules, Function<Actions, T> what) {
        return rules.stream()
                .map(rule -> what.apply(rule.actions))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
