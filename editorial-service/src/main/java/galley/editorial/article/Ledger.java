package galley.editorial.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import galley.editorial.history.Happening;
import galley.editorial.history.History;
import galley.editorial.history.HistoryEntry;
import galley.editorial.workflow.Step;
import galley.events.Article;
import galley.events.Decision;
import galley.events.LifecycleEvent;
import galley.events.Topics;
import galley.messaging.Lane;
import galley.messaging.Origin;
import galley.messaging.Outbox;
import galley.messaging.OutboxConfig;
import galley.messaging.OutgoingEvent;

/** Writes down what belongs to every accepted change: its content, its history, its event. */
@ApplicationScoped
public class Ledger {
    /** Kept free in every article's event, so that a kill with its note always fits. */
    private static final int RESERVE = 64 * 1024;

    private final Articles articles;
    private final Contents contents;
    private final History history;
    private final Outbox outbox;
    private final Event<ContentWritten> written;
    private final Event<TakenInHand> inHand;
    private final Event<ArticleChanged> changed;
    private final Event<StepTaken> taken;
    private final ObjectMapper json;
    private final int limit;

    Ledger(
            Articles articles,
            Contents contents,
            History history,
            Outbox outbox,
            Event<ContentWritten> written,
            Event<TakenInHand> inHand,
            Event<ArticleChanged> changed,
            OutboxConfig outboxConfig,
            Event<StepTaken> taken,
            ObjectMapper json) {
        this.articles = articles;
        this.contents = contents;
        this.history = history;
        this.outbox = outbox;
        this.written = written;
        this.inHand = inHand;
        this.changed = changed;
        this.taken = taken;
        this.json = json;
        this.limit = outboxConfig.maxRecordSize() - RESERVE;
    }

    /**
     * Writes the change in the caller's transaction, which also writes the article.
     *
     * @param article as it is after the change
     * @throws ArticleTooLargeException when the content is more than events can carry; the
     *     transaction must then be rolled back
     */
    @Transactional(TxType.MANDATORY)
    public void write(StoredArticle article, Change change) {
        HistoryEntry entry =
                history.entry(
                        article.chain(), happening(article, change), article.assignment().desk());
        if (change.before() == null) {
            article.began(Origin.current());
            articles.persistAndFlush(article); // the rows below refer to it
        }
        if (change.step().writes()) {
            contents.add(article);
            written.fire(
                    new ContentWritten(
                            article.id(),
                            change.before() == null,
                            article.isUntouched(),
                            article.content()));
        } else if (change.untouched()) {
            inHand.fire(new TakenInHand(article.id()));
        }
        history.append(entry);
        changed.fire(article.changed(change.step().wireName(), change.by().actor(), change.at()));
        Origin.run(article.origin(), () -> tell(article, change));
        taken.fire(StepTaken.of(article, change));
    }

    private static Happening happening(StoredArticle article, Change change) {
        return new Happening(
                article.id(),
                change.at(),
                change.by(),
                change.step().wireName(),
                change.before(),
                article.standing(),
                change.seen(),
                article.revision(),
                change.reason(),
                change.details());
    }

    private void tell(StoredArticle article, Change change) {
        Decision decision =
                new Decision(change.at(), change.by().actor().id(), change.reason().note());
        LifecycleEvent event = change.step().event(told(article, change.step()), decision);
        byte[] data = bytes(event);
        if (change.step().writes() && data.length > limit) {
            throw new ArticleTooLargeException(data.length, limit);
        }
        append(Lane.LIVE, Topics.LIFECYCLE, article, event, data);
        if (change.step() == Step.KILL) {
            append(Lane.KILL, Topics.KILL, article, event, data);
        }
    }

    /** A kill is told to the public: with what they have, not with what is being written. */
    private Article told(StoredArticle article, Step step) {
        return step == Step.KILL
                ? article.articleWith(contents.released(article).content())
                : article.article();
    }

    private void append(
            Lane lane, String topic, StoredArticle article, LifecycleEvent event, byte[] data) {
        outbox.append(
                new OutgoingEvent(
                        lane,
                        topic,
                        article.id().toString(),
                        event.type(),
                        article.revision(),
                        data));
    }

    private byte[] bytes(LifecycleEvent event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An article that can't be written as JSON", e);
        }
    }
}
