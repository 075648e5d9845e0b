package galley.editorial.comment;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import galley.editorial.article.Articles;
import galley.editorial.article.ContentWritten;
import galley.editorial.article.Contents;
import galley.editorial.article.StoredArticle;
import galley.editorial.content.Content;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

import static java.util.stream.Collectors.toMap;

/** The words that threads are about; they follow the text in the transaction that changes it. */
@ApplicationScoped
class Anchors implements PanacheRepositoryBase<StoredAnchor, UUID> {
    private final Articles articles;
    private final Contents contents;

    Anchors(Articles articles, Contents contents) {
        this.articles = articles;
        this.contents = contents;
    }

    /**
     * The words that somebody points at, where they stand now: the text may have changed since it
     * was read.
     *
     * @param sent counted in the text of the revision that it names
     * @throws Problem 422 when there are no such words, 409 when they are gone by now
     */
    Anchor place(SentAnchor sent, StoredArticle article) {
        Content now = article.content();
        long revision = sent.revisionRead(article.revision());
        if (revision == article.revision()) {
            return sent.in(now);
        }
        Content read = at(article.id(), revision);
        UUID id = article.id(); // it has none of its own yet
        Anchor anchor = sent.in(read);
        Anchor carried = carried(read, now, Map.of(id, anchor)).getOrDefault(id, anchor);
        if (carried.isOrphaned()) {
            throw Problems.conflict(
                    "anchor-orphaned",
                    "The words are gone",
                    "The article has changed since revision %d and no longer has these words."
                            .formatted(revision));
        }
        return carried;
    }

    /** Remembers what a thread is about. */
    void add(Comment thread, Anchor anchor) {
        StoredAnchor added = new StoredAnchor();
        added.commentId = thread.id;
        added.articleId = thread.articleId;
        added.stand(anchor);
        persist(added);
    }

    /** What threads are about, by their ids. */
    Map<UUID, Anchor> of(List<UUID> threads) {
        return threads.isEmpty() ? Map.of() : byThread(list("commentId in ?1", threads));
    }

    /**
     * Says which words have just taken the place of those that a thread was about; where they don't
     * stand there, it stays as it is.
     */
    void standOn(Comment thread, Content content, Anchor before, String words) {
        String text = PartTexts.body(content, before.part()).map(PartTexts::text).orElse("");
        if (!words.isBlank() && text.startsWith(words, before.start())) {
            int end = before.start() + words.length();
            findById(thread.id).stand(Anchor.of(before.part(), text, before.start(), end));
        }
    }

    void carry(@Observes ContentWritten written) {
        List<StoredAnchor> stored =
                written.first() ? List.of() : list("articleId", written.articleId());
        if (stored.isEmpty()) {
            return;
        }
        Content now = written.content();
        Content past = past(written.articleId());
        Map<UUID, Anchor> carried = carried(past, now, byThread(stored));
        stored.stream()
                .filter(it -> carried.containsKey(it.commentId))
                .forEach(it -> it.stand(carried.get(it.commentId)));
    }

    /** The content that was there before the one that is being written. */
    private Content past(UUID articleId) {
        long revision = articles.get(articleId).revision();
        return at(articleId, revision - 1);
    }

    private Content at(UUID articleId, long revision) {
        return contents.at(articleId, revision).orElseThrow().content();
    }

    private static Map<UUID, Anchor> carried(Content past, Content now, Map<UUID, Anchor> anchors) {
        return new AnchorCarry(PartTexts.differing(past, now), PartTexts.differing(now, past))
                .carry(anchors);
    }

    private static Map<UUID, Anchor> byThread(List<StoredAnchor> stored) {
        return stored.stream().collect(toMap(it -> it.commentId, StoredAnchor::anchor));
    }
}
