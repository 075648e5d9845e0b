package galley.editorial.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.ObjectMapper;

import galley.editorial.article.ArticleChanged;
import galley.editorial.article.Articles;
import galley.editorial.article.Contents;
import galley.editorial.article.Edits;
import galley.editorial.article.Edits.Edit;
import galley.editorial.article.Refusals;
import galley.editorial.article.StoredArticle;
import galley.editorial.check.SourceRecords;
import galley.editorial.content.Content;
import galley.editorial.diff.ContentDiff;
import galley.editorial.history.Happening;
import galley.editorial.history.History;
import galley.editorial.history.Reason;
import galley.editorial.staff.Caller;
import galley.editorial.workflow.Step;
import galley.events.Article;
import galley.events.ArticleIngested;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** What people make of a source's later revision: they take it, or leave it. */
@ApplicationScoped
class SourceRevisionDecisions {
    private static final String LEAVE = "source-revision-left";

    private final Articles articles;
    private final Contents contents;
    private final SourceRevisions revisions;
    private final SourceRecords sourceRecords;
    private final Edits edits;
    private final Refusals refusals;
    private final History history;
    private final Event<ArticleChanged> changed;
    private final ObjectMapper json;
    private final Clock clock;

    SourceRevisionDecisions(
            Articles articles,
            Contents contents,
            SourceRevisions revisions,
            SourceRecords sourceRecords,
            Edits edits,
            Refusals refusals,
            History history,
            Event<ArticleChanged> changed,
            ObjectMapper json,
            Clock clock) {
        this.articles = articles;
        this.contents = contents;
        this.revisions = revisions;
        this.sourceRecords = sourceRecords;
        this.edits = edits;
        this.refusals = refusals;
        this.history = history;
        this.changed = changed;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What would change if it were taken.
     *
     * @throws Problem 404 or 409
     */
    @Transactional
    SourceDiff diff(UUID id, long itemRevision) {
        var article = articles.get(id);
        var merge = merge(article, item(pending(id, itemRevision)));
        return SourceDiff.of(ContentDiff.of(article.content(), merge.merged()), merge.conflicts());
    }

    /**
     * Takes what the source says now as an edit. What the staff changed since the source's revision
     * that was last taken stays; what the source changed comes in.
     *
     * @param replace where both changed the same: whether the whole text of the source takes the
     *     place of the staff's, or the staff's stays there; null for 409 {@code source-conflict}
     * @throws Problem 404, 428, 412, 409, 413 or 422, in this order
     */
    @Transactional
    Article take(UUID id, long itemRevision, String ifMatch, Boolean replace, Caller caller) {
        var stored = articles.lock(id).orElseThrow(Articles::notFound);
        var item = item(pending(id, itemRevision));
        var article =
                edits.change(
                        id,
                        ifMatch,
                        caller,
                        _ -> edit(merge(stored, item), itemRevision, replace, item));
        sourceRecords.keepText(id, item.content());
        revisions
                .pendingUpTo(id, itemRevision)
                .forEach(
                        older ->
                                older.decide(
                                        older.itemRevision == itemRevision
                                                ? SourceRevision.TAKEN
                                                : SourceRevision.LEFT,
                                        caller.actor(),
                                        clock.instant()));
        return article;
    }

    /**
     * Leaves it, and those before it, without effect on the article.
     *
     * @throws Problem 404, 403, 428 or 412, in this order
     */
    @Transactional
    Article leave(UUID id, long itemRevision, String ifMatch, Caller caller) {
        var article = articles.lock(id).orElseThrow(Articles::notFound);
        pending(id, itemRevision);
        refusals.requireDesk(article, Step.EDIT, caller);
        refusals.requireMatch(article, ifMatch);
        var now = clock.instant();
        revisions
                .pendingUpTo(id, itemRevision)
                .forEach(it -> it.decide(SourceRevision.LEFT, caller.actor(), now));
        history.append(
                article.chain(),
                new Happening(
                        id,
                        now,
                        caller,
                        LEAVE,
                        article.standing(),
                        article.standing(),
                        article.revision(),
                        null,
                        Reason.NONE,
                        Map.of("sourceRevision", itemRevision)));
        changed.fire(article.changed(LEAVE, caller.actor(), now));
        return article.article();
    }

    private SourceRevision pending(UUID id, long itemRevision) {
        return revisions
                .pending(id, itemRevision)
                .orElseThrow(() -> Problems.notFound("No such revision of the source waits here."));
    }

    private ArticleIngested item(SourceRevision kept) {
        try {
            return json.readValue(kept.event, ArticleIngested.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Edit edit(
            SourceMerge merge, long itemRevision, Boolean replace, ArticleIngested item) {
        var conflicts = merge.conflicts();
        if (replace == null && !conflicts.isEmpty()) {
            throw new Problem(
                    409,
                    "source-conflict",
                    "Both changed the same",
                    "The source changed what the staff changed too. Say {\"replace\": false} to"
                            + " keep the staff's there, or true for all of the source's text.",
                    Map.of("conflicts", conflicts));
        }
        Map<String, Object> details = new HashMap<>();
        details.put("sourceRevision", itemRevision);
        boolean replaces = Boolean.TRUE.equals(replace);
        if (replaces) {
            details.put("replaced", true);
        } else if (!conflicts.isEmpty()) {
            details.put("kept", conflicts);
        }
        return new Edit(
                replaces ? merge.replaced() : merge.merged(),
                details,
                ItemReading.provenance(item),
                Reason.NONE);
    }

    private SourceMerge merge(StoredArticle article, ArticleIngested item) {
        if (!ItemReading.replacesText(item)) {
            throw Problems.conflict(
                    "source-canceled",
                    "The source took it back",
                    "This revision has no text to take; it can only be left.");
        }
        var from = article.provenance();
        if (from != null && item.itemRevision() <= from.itemRevision()) {
            throw Problems.conflict(
                    "source-revision-outdated",
                    "A later revision was taken",
                    "The article has the text of the source's revision %d already."
                            .formatted(from.itemRevision()));
        }
        Optional<Content> before =
                from == null ? Optional.empty() : lastTaken(article.id(), from.itemRevision());
        return new SourceMerge(
                before, ItemReading.content(item), article.content(), item.itemRevision());
    }

    /** What the source said, not what the staff had made of it when it was taken. */
    private Optional<Content> lastTaken(UUID id, long itemRevision) {
        return revisions
                .taken(id, itemRevision)
                .map(kept -> ItemReading.content(item(kept)))
                .or(() -> contents.firstOf(id, itemRevision));
    }
}
