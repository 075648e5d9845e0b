package galley.ingest.trial;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import galley.ingest.access.Roles;
import galley.ingest.item.Items;
import galley.ingest.item.LatestItem;
import galley.ingest.routing.NewRule;
import galley.ingest.routing.TrialRule;
import galley.ingest.source.Source;
import galley.ingest.source.Sources;
import galley.kit.problem.Problems;

/** Rules that are looked at before they are made. */
@Path("/v1/rules/dry-run")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.ADMIN)
@Tag(name = "rules")
class RuleTrialResource {
    private static final int LATEST = 100;

    private final Items items;
    private final Sources sources;

    RuleTrialResource(Items items, Sources sources) {
        this.items = items;
        this.sources = sources;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(summary = "Show what a rule would have done with the 100 items that came last")
    public RuleTrialAnswer look(NewRule request) {
        if (request == null) {
            throw Problems.badRequest("The request has no body.");
        }
        var rule = TrialRule.of(request);
        if (rule.source() != null) {
            sources.require("source", rule.source());
        }
        List<LatestItem> latest = items.latest(Optional.ofNullable(rule.source()), LATEST);
        return new RuleTrialAnswer(
                latest.size(),
                latest.stream().flatMap(item -> tried(rule, item).stream()).toList());
    }

    private Optional<RuleTrialAnswer.Each> tried(TrialRule rule, LatestItem item) {
        UUID id = item.source();
        Source source = sources.findById(id);
        return rule.decide(source, item.content(), item.receivedAt())
                .map(
                        decision ->
                                new RuleTrialAnswer.Each(
                                        item.id(),
                                        id,
                                        item.receivedAt(),
                                        item.content().headline(),
                                        decision));
    }
}
