package galley.editorial.comment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;

import galley.editorial.article.ArticleChanged;
import galley.editorial.article.Articles;
import galley.editorial.article.StoredArticle;
import galley.editorial.mention.Mentions;
import galley.editorial.notification.Kind;
import galley.editorial.notification.Notifications;
import galley.editorial.notification.Occasion;
import galley.editorial.staff.Caller;
import galley.editorial.staff.Roles;
import galley.kit.paging.Cursor;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/**
 * The threads of comments on articles. Each change is one transaction under the article's row lock,
 * so that the words that a comment is about do not change meanwhile; the article stays as it is.
 */
@ApplicationScoped
class Threads {
    private static final TimeBasedEpochRandomGenerator IDS =
            Generators.timeBasedEpochRandomGenerator();

    /** So that a thread can be answered whole. */
    private static final int MAX_REPLIES = 200;

    private final Articles articles;
    private final Comments comments;
    private final Anchors anchors;
    private final Mentions mentions;
    private final Notifications notifications;
    private final CommentViews views;
    private final Event<ArticleChanged> changed;
    private final Clock clock;

    Threads(
            Articles articles,
            Comments comments,
            Anchors anchors,
            Mentions mentions,
            Notifications notifications,
            CommentViews views,
            Event<ArticleChanged> changed,
            Clock clock) {
        this.articles = articles;
        this.comments = comments;
        this.anchors = anchors;
        this.mentions = mentions;
        this.notifications = notifications;
        this.views = views;
        this.changed = changed;
        this.clock = clock;
    }

    /**
     * A page of an article's threads, oldest first.
     *
     * @param resolved whether they are settled; null for all
     * @throws Problem 404
     */
    @Transactional
    Page<CommentView> page(UUID articleId, Boolean resolved, PageRequest request) {
        if (articles.count("id", articleId) == 0) {
            throw Articles.notFound();
        }
        List<Comment> rows = comments.threads(articleId, resolved, request);
        Page<Comment> page =
                Page.of(rows, request, it -> new Cursor(it.at, it.id), Function.identity());
        return new Page<>(views.of(page.items()), page.next());
    }

    /**
     * Begins a thread, or joins one.
     *
     * @param body the comment as JSON
     * @throws Problem 404, 400, 422 or 409
     */
    @Transactional
    CommentView add(UUID articleId, byte[] body, Caller author) {
        StoredArticle article = lock(articleId);
        SentComment sent = SentComment.read(body);
        Optional<Anchor> anchor =
                Optional.ofNullable(sent.anchor()).map(it -> anchors.place(it, article));
        if (sent.suggestion() != null) {
            Replacement.requirePossible(article.content(), anchor.orElseThrow());
        }
        Comment comment = new Comment();
        comment.id = IDS.generate();
        comment.articleId = articleId;
        Optional<Comment> answered =
                Optional.ofNullable(sent.replyTo()).map(it -> answered(articleId, it));
        comment.threadId = answered.map(Threads::threadOf).orElse(null);
        comment.at = clock.instant();
        comment.author = author.actor().id();
        comment.text = mentions.keep(sent.text());
        comment.suggestion = sent.suggestion();
        comments.persist(comment);
        anchor.ifPresent(place -> anchors.add(comment, place));
        notify(comment, answered, comment.at);
        changed.fire(article.changed("comment", author.actor(), comment.at));
        return views.of(comment);
    }

    /** Those whom it names know of it, whom it answers, and whoever began the thread. */
    private void notify(Comment comment, Optional<Comment> answered, Instant at) {
        Occasion occasion =
                new Occasion(at, comment.author, comment.articleId, comment.id, comment.text);
        Mentions.in(comment.text).forEach(it -> notifications.tell(it, Kind.MENTION, occasion));
        Optional<Comment> thread =
                Optional.ofNullable(comment.threadId).flatMap(comments::findByIdOptional);
        Stream.of(answered, thread)
                .flatMap(Optional::stream)
                .filter(it -> !it.isTakenBack())
                .forEach(it -> notifications.tell(it.author, Kind.REPLY, occasion));
    }

    private Comment answered(UUID articleId, UUID replyTo) {
        Comment found =
                comments.find("articleId = ?1 and id = ?2", articleId, replyTo)
                        .firstResultOptional()
                        .orElseThrow(
                                () ->
                                        Problems.unprocessable(
                                                "replyTo",
                                                "The article has no comment with this id."));
        if (comments.countReplies(threadOf(found)) >= MAX_REPLIES) {
            throw Problems.conflict(
                    "thread-full",
                    "The thread is full",
                    "A thread has at most %d replies.".formatted(MAX_REPLIES));
        }
        return found;
    }

    private static UUID threadOf(Comment comment) {
        return comment.beginsThread() ? comment.id : comment.threadId;
    }

    /**
     * Says something else in a comment of the caller's own.
     *
     * @param body the text as JSON
     * @throws Problem 404, 403, 400 or 422
     */
    @Transactional
    CommentView reword(UUID articleId, UUID id, byte[] body, Caller caller) {
        lock(articleId);
        Comment comment = present(articleId, id);
        if (!isOwn(comment, caller)) {
            throw notOwn("Only its author changes a comment.");
        }
        String text = mentions.keep(SentComment.readText(body), comment.text);
        if (!comment.text.equals(text)) {
            comment.text = text;
            comment.editedAt = clock.instant();
            notifications.reword(id, text);
            notify(comment, Optional.empty(), comment.editedAt);
        }
        return views.of(comment);
    }

    /**
     * Takes a comment back. The beginning of a thread with replies keeps its place, empty.
     *
     * @throws Problem 404 or 403
     */
    @Transactional
    void delete(UUID articleId, UUID id, Caller caller) {
        lock(articleId);
        Comment comment = present(articleId, id);
        if (!isOwn(comment, caller)
                && caller.roles().stream().noneMatch(Roles.PUBLISHERS::contains)) {
            throw notOwn("Only its author and publishers delete a comment.");
        }
        notifications.forget(id);
        if (comments.countReplies(id) > 0) {
            comment.takeBack();
            return;
        }
        comments.delete(comment);
        if (!comment.beginsThread()) {
            deleteIfNothingIsLeft(comments.findById(comment.threadId));
        }
    }

    private void deleteIfNothingIsLeft(Comment thread) {
        if (thread.isTakenBack() && comments.countReplies(thread.id) == 0) {
            comments.delete(thread);
        }
    }

    /**
     * Settles a thread.
     *
     * @throws Problem 404
     */
    @Transactional
    CommentView resolve(UUID articleId, UUID id, Caller caller) {
        lock(articleId);
        Comment thread = comments.thread(articleId, id);
        thread.resolve(caller.actor().id(), clock.instant());
        return views.of(thread);
    }

    /**
     * Opens a thread again.
     *
     * @throws Problem 404
     */
    @Transactional
    CommentView reopen(UUID articleId, UUID id) {
        lock(articleId);
        Comment thread = comments.thread(articleId, id);
        thread.reopen();
        return views.of(thread);
    }

    private StoredArticle lock(UUID articleId) {
        return articles.lock(articleId).orElseThrow(Articles::notFound);
    }

    private Comment present(UUID articleId, UUID id) {
        Comment comment = comments.get(articleId, id);
        if (comment.isTakenBack()) {
            throw Problems.notFound("The comment was deleted.");
        }
        return comment;
    }

    private static boolean isOwn(Comment comment, Caller caller) {
        return comment.author.equals(caller.actor().id());
    }

    private static Problem notOwn(String detail) {
        return Problems.forbidden("not-own-comment", "Not your comment", detail);
    }
}
