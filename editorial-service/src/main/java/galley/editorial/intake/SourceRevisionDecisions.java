package galley.editorial.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.ObjectMapper;

import galley.editorial.article.ArticleChanged;
import galley.editorial.article.Articles;
import galley.editorial.article.Edits;
import galley.editorial.article.Edits.Edit;
import galley.editorial.article.Refusals;
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
    private static final String TAKEN = "taken";
    private static final String LEFT = "left";
    private static final String LEAVE = "source-revision-left";

    private final Articles articles;
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
            SourceRevisions revisions,
            SourceRecords sourceRecords,
            Edits edits,
            Refusals refusals,
            History history,
            Event<ArticleChanged> changed,
            ObjectMapper json,
            Clock clock) {
        this.articles = articles;
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
     * @throws Problem 404
     */
    @Transactional
    ContentDiff diff(UUID id, long itemRevision) {
        var present = articles.get(id).content();
        return ContentDiff.of(present, merged(present, item(pending(id, itemRevision))));
    }

    /**
     * Takes what the source says now as an edit: its headline, texts, language, subjects and
     * embargo. What the staff decides, such as section and tags, stays.
     *
     * @throws Problem 404, 428, 412, 409, 413 or 422, in this order
     */
    @Transactional
    Article take(UUID id, long itemRevision, String ifMatch, Caller caller) {
        if (articles.lock(id).isEmpty()) {
            throw Articles.notFound();
        }
        var item = item(pending(id, itemRevision));
        var article =
                edits.change(
                        id,
                        ifMatch,
                        caller,
                        present ->
                                new Edit(
                                        merged(present, item),
                                        Map.of("sourceRevision", itemRevision),
                                        ItemReading.provenance(item),
                                        Reason.NONE));
        sourceRecords.keepText(id, item.content());
        revisions
                .pendingUpTo(id, itemRevision)
                .forEach(
                        older ->
                                older.decide(
                                        older.itemRevision == itemRevision ? TAKEN : LEFT,
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
        revisions.pendingUpTo(id, itemRevision).forEach(it -> it.decide(LEFT, caller.actor(), now));
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

    private static Content merged(Content present, ArticleIngested item) {
        var read = ItemReading.content(item);
        return new Content(
                read.language(),
                present.kind(),
                read.headline(),
                read.standfirst(),
                present.section(),
                present.tags(),
                present.bylines(),
                read.subjects(),
                present.rights(),
                read.proposals(),
                null,
                read.parts(),
                read.embargoedUntil());
    }
}
