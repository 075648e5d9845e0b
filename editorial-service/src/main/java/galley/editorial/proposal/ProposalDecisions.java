package galley.editorial.proposal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import galley.editorial.article.Articles;
import galley.editorial.article.Contents;
import galley.editorial.article.Decisions;
import galley.editorial.article.Edits;
import galley.editorial.article.Edits.Edit;
import galley.editorial.content.Content;
import galley.editorial.staff.Caller;
import galley.events.Article;
import galley.events.Proposal;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Accepts and dismisses proposals; each is an edit, and the history keeps what was proposed. */
@ApplicationScoped
class ProposalDecisions {
    private static final String CANCEL = "cancel";

    private final Articles articles;
    private final Contents contents;
    private final Edits edits;
    private final Decisions decisions;

    ProposalDecisions(Articles articles, Contents contents, Edits edits, Decisions decisions) {
        this.articles = articles;
        this.contents = contents;
        this.edits = edits;
        this.decisions = decisions;
    }

    /**
     * Accepts a proposal. That the source takes the article back kills what was released, and puts
     * away what was not.
     *
     * @throws Problem 404, 428, 412, 409, 403, 413 or 422, in this order
     */
    @Transactional
    Article accept(UUID id, String proposal, String ifMatch, Sent sent, Caller caller) {
        var found = find(id, proposal);
        if (found.what().equals(CANCEL)) {
            return decisions.acceptCancel(id, ifMatch, sent.note(), found.evidence(), caller);
        }
        return change(
                id,
                ifMatch,
                caller,
                content ->
                        new Edit(
                                accepted(id, content, List.of(found), sent.value()),
                                details("accepted", List.of(found), sent.value())));
    }

    /**
     * Accepts several proposals at once; none where one of them can't be.
     *
     * @param ids which; null for all but a cancel
     */
    @Transactional
    Article acceptAll(UUID id, Set<String> ids, String ifMatch, Caller caller) {
        return change(
                id,
                ifMatch,
                caller,
                content -> {
                    var chosen = chosen(content, ids);
                    return new Edit(
                            accepted(id, content, chosen, null), details("accepted", chosen, null));
                });
    }

    /** Dismisses a proposal: it was wrong, or is of no use. */
    @Transactional
    Article dismiss(UUID id, String proposal, String ifMatch, Caller caller) {
        var found = find(id, proposal);
        boolean standsBeside =
                articles.get(id).content().proposals().stream().noneMatch(found::equals);
        if (standsBeside) {
            return decisions.dismissCancel(id, ifMatch, caller);
        }
        return change(
                id,
                ifMatch,
                caller,
                content ->
                        new Edit(
                                content.withProposals(
                                        content.proposals().stream()
                                                .filter(it -> !it.equals(found))
                                                .toList()),
                                details("dismissed", List.of(found), null)));
    }

    /** Locks the article first: what was read before would not be read again once it is locked. */
    private Proposal find(UUID id, String proposal) {
        return articles.lock(id).orElseThrow(Articles::notFound).article().proposals().stream()
                .filter(it -> it.id().equals(proposal))
                .findFirst()
                .orElseThrow(() -> Problems.notFound("The article has no proposal with this id."));
    }

    /** What sets fields of parts comes after what makes the parts. */
    private static List<Proposal> chosen(Content content, Set<String> ids) {
        var chosen =
                content.proposals().stream()
                        .filter(
                                it ->
                                        ids == null
                                                ? !it.what().equals(CANCEL)
                                                : ids.contains(it.id()))
                        .sorted(Comparator.comparing(it -> !it.what().equals("part")))
                        .toList();
        if (chosen.isEmpty() || (ids != null && chosen.size() < ids.size())) {
            throw Problems.unprocessable("ids", "The article has no such proposals.");
        }
        return chosen;
    }

    private Article change(UUID id, String ifMatch, Caller caller, Function<Content, Edit> change) {
        try {
            return edits.change(id, ifMatch, caller, change);
        } catch (OutdatedProposalException e) {
            throw Problems.conflict(
                    "proposal-outdated", "The proposal does not fit any more", e.getMessage());
        }
    }

    private Content accepted(UUID id, Content content, List<Proposal> proposals, String value) {
        return Acceptance.of(content, () -> asItCame(id), proposals, value);
    }

    /** What the proposals were read from; empty where that is not known. */
    private Optional<Content> asItCame(UUID id) {
        return Optional.ofNullable(articles.get(id).provenance())
                .flatMap(source -> contents.firstOf(id, source.itemRevision()));
    }

    private static Map<String, Object> details(
            String decision, List<Proposal> proposals, String corrected) {
        return Map.of(decision, proposals.stream().map(it -> detail(it, corrected)).toList());
    }

    private static Map<String, Object> detail(Proposal proposal, String corrected) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("what", proposal.what());
        detail.put("part", proposal.part());
        detail.put("proposed", proposal.value());
        detail.put("value", corrected == null ? proposal.value() : corrected);
        detail.put("evidence", proposal.evidence());
        detail.put("confidence", proposal.confidence());
        return detail;
    }

    /**
     * What comes with an acceptance.
     *
     * @param value what counts in place of what was proposed; null for that
     * @param note why, to the public, where it kills
     */
    record Sent(String value, String note) {}
}
