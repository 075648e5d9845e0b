package galley.editorial.comment;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import galley.editorial.article.Articles;
import galley.editorial.article.Edits;
import galley.editorial.article.Edits.Edit;
import galley.editorial.content.Content;
import galley.editorial.staff.Caller;
import galley.events.Article;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Accepts and dismisses what comments suggest; either settles the thread. */
@ApplicationScoped
class Suggestions {
    private final Articles articles;
    private final Edits edits;
    private final Comments comments;
    private final Anchors anchors;
    private final CommentViews views;
    private final Clock clock;

    Suggestions(
            Articles articles,
            Edits edits,
            Comments comments,
            Anchors anchors,
            CommentViews views,
            Clock clock) {
        this.articles = articles;
        this.edits = edits;
        this.comments = comments;
        this.anchors = anchors;
        this.views = views;
        this.clock = clock;
    }

    /**
     * Makes the article say what was suggested: an edit by whoever accepts it, and the history
     * keeps whose suggestion it was.
     *
     * @param ifMatch the header, or null
     * @throws Problem 404, 428, 412, 409, 413 or 422, in this order
     */
    @Transactional
    Article accept(UUID articleId, UUID id, String ifMatch, Caller caller) {
        Comment thread = lock(articleId, id);
        Anchor replaced = anchors.of(List.of(id)).get(id);
        Article article =
                edits.change(
                        articleId, ifMatch, caller, content -> edit(content, thread, replaced));
        settle(thread, Outcome.ACCEPTED, caller);
        anchors.standOn(thread, articles.get(articleId).content(), replaced, thread.suggestion);
        return article;
    }

    private Edit edit(Content content, Comment thread, Anchor anchor) {
        requireWaiting(thread);
        if (anchor.isOrphaned()) {
            throw Problems.conflict(
                    "suggestion-orphaned",
                    "The words are gone",
                    "The article has no longer the words that the suggestion is for.");
        }
        Map<String, Object> details =
                Map.of(
                        "comment", thread.id.toString(),
                        "suggestedBy", thread.author,
                        "part", anchor.part(),
                        "old", anchor.text(),
                        "new", thread.suggestion);
        return new Edit(Replacement.apply(content, anchor, thread.suggestion), details);
    }

    /**
     * Leaves the article as it is.
     *
     * @throws Problem 404 or 409
     */
    @Transactional
    CommentView dismiss(UUID articleId, UUID id, Caller caller) {
        Comment thread = lock(articleId, id);
        requireWaiting(thread);
        settle(thread, Outcome.DISMISSED, caller);
        return views.of(thread);
    }

    private Comment lock(UUID articleId, UUID id) {
        if (articles.lock(articleId).isEmpty()) {
            throw Articles.notFound();
        }
        return comments.thread(articleId, id);
    }

    private static void requireWaiting(Comment thread) {
        if (thread.suggestion == null) {
            throw Problems.conflict(
                    "no-suggestion", "No suggestion", "The comment suggests no change.");
        }
        if (thread.outcome != null) {
            throw Problems.conflict(
                    "suggestion-settled",
                    "Already settled",
                    "The suggestion was accepted or dismissed already.");
        }
    }

    private void settle(Comment thread, Outcome outcome, Caller caller) {
        thread.outcome = outcome;
        thread.resolve(caller.actor().id(), clock.instant());
    }
}
