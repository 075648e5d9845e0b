package galley.editorial.intake;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.logging.Logger;

import galley.editorial.article.ArticleChanged;
import galley.editorial.article.ArticleTooLargeException;
import galley.editorial.article.Articles;
import galley.editorial.article.Change;
import galley.editorial.article.Ledger;
import galley.editorial.article.StoredArticle;
import galley.editorial.check.SourceRecords;
import galley.editorial.history.Reason;
import galley.editorial.lock.Locks;
import galley.editorial.staff.Actor;
import galley.editorial.staff.Caller;
import galley.editorial.workflow.Step;
import galley.events.ArticleIngested;
import galley.events.Proposal;
import galley.events.SourceRightsChanged;
import galley.messaging.EventHandler;
import galley.messaging.IncomingEvent;
import galley.messaging.UnreadableEventException;

/** Takes in what ingest read, and never changes what a person has touched. */
@ApplicationScoped
class Intake implements EventHandler {
    static final String GROUP = "editorial";

    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final Articles articles;
    private final Ledger ledger;
    private final SourceRevisions sourceRevisions;
    private final SourceRecords sourceRecords;
    private final Locks locks;
    private final Rules rules;
    private final Event<ArticleChanged> changed;
    private final ObjectMapper json;
    private final Clock clock;

    Intake(
            Articles articles,
            Ledger ledger,
            SourceRevisions sourceRevisions,
            SourceRecords sourceRecords,
            Locks locks,
            Rules rules,
            Event<ArticleChanged> changed,
            ObjectMapper json,
            Clock clock) {
        this.articles = articles;
        this.ledger = ledger;
        this.sourceRevisions = sourceRevisions;
        this.sourceRecords = sourceRecords;
        this.locks = locks;
        this.rules = rules;
        this.changed = changed;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Set<String> groups() {
        return Set.of(GROUP);
    }

    /** Applies one event, in the caller's transaction. */
    @Override
    public void on(IncomingEvent event) throws UnreadableEventException {
        if (SourceRightsChanged.TYPE.equals(event.type())) {
            sourceRecords.keepRightsOfSource(readRights(event));
            return;
        }
        ArticleIngested item = read(event);
        try {
            take(item, event.data());
        } catch (ArticleTooLargeException e) {
            throw new UnreadableEventException(e.getMessage(), e);
        }
    }

    private void take(ArticleIngested item, byte[] data) {
        Optional<StoredArticle> known = articles.lock(item.articleId());
        if (known.isEmpty()) {
            receive(item);
        } else if (isOlder(item, known.get()) || known.get().isKilled()) {
            // nobody has anything to decide here; ingest keeps what came
            LOG.debugf("Item revision %d of %s is left", item.itemRevision(), item.articleId());
        } else {
            change(known.get(), item, data);
        }
    }

    private void change(StoredArticle article, ArticleIngested item, byte[] data) {
        Optional<Proposal> cancel = Optional.empty();
        if (sourceRevisions.isNewest(item)) {
            cancel = ItemProposals.cancel(item);
            article.proposeCancel(cancel.orElse(null));
            sourceRecords.keepRights(article.id(), item.rights(), item.content());
        }
        if (ItemReading.replacesText(item) && isInNobodysHands(article)) {
            update(article, item);
            cancel.ifPresent(_ -> tell(article, "cancel", item));
        } else if (sourceRevisions.keep(article, item, data)) {
            tell(article, cancel.isPresent() ? "cancel" : "source-revision", item);
        }
    }

    /** What waits for a decision is no change of the article, but people are to hear of it. */
    private void tell(StoredArticle article, String what, ArticleIngested item) {
        changed.fire(article.changed(what, source(item).actor(), clock.instant()));
    }

    /** Who has the lock is about to write, and must not find another text under the hands. */
    private boolean isInNobodysHands(StoredArticle article) {
        return article.isUntouched() && !locks.isHeld(article.id());
    }

    /** Of an article that a person began there is no item revision to compare. */
    private static boolean isOlder(ArticleIngested item, StoredArticle article) {
        return article.provenance() != null
                && item.itemRevision() <= article.provenance().itemRevision();
    }

    private void receive(ArticleIngested item) {
        Instant now = clock.instant();
        StoredArticle article =
                StoredArticle.received(
                        item.articleId(),
                        ItemReading.content(item),
                        ItemReading.provenance(item),
                        now);
        rules.route(article, item.routing());
        ledger.write(article, Change.beginning(Step.RECEIVE, source(item), sourcesNote(item), now));
        sourceRecords.begin(article.id(), item.rights(), item.content());
        rules.act(article, item.routing());
    }

    private void update(StoredArticle article, ArticleIngested item) {
        Instant now = clock.instant();
        Change change =
                Change.of(article, Step.SOURCE_UPDATE, source(item), sourcesNote(item), now);
        article.updateFromSource(ItemReading.content(item), ItemReading.provenance(item), now);
        sourceRecords.keepText(article.id(), item.content());
        sourceRevisions.settle(item);
        rules.route(article, item.routing());
        ledger.write(article, change);
        rules.act(article, item.routing());
    }

    private static Caller source(ArticleIngested item) {
        return Caller.of(Actor.source(item.source().id()));
    }

    /** What the source says to editors is not for the public. */
    private static Reason sourcesNote(ArticleIngested item) {
        return new Reason(null, ItemReading.text(item.content().editorialNote()));
    }

    private ArticleIngested read(IncomingEvent event) throws UnreadableEventException {
        if (!ArticleIngested.TYPE.equals(event.type())) {
            throw new UnreadableEventException("The type is not " + ArticleIngested.TYPE);
        }
        ArticleIngested item = read(event, ArticleIngested.class);
        if (item == null
                || item.articleId() == null
                || item.item() == null
                || item.source() == null
                || item.source().id() == null
                || item.content() == null) {
            throw new UnreadableEventException("The event lacks what makes an article");
        }
        return item;
    }

    private SourceRightsChanged readRights(IncomingEvent event) throws UnreadableEventException {
        SourceRightsChanged changed = read(event, SourceRightsChanged.class);
        if (changed == null || changed.source() == null || changed.rights() == null) {
            throw new UnreadableEventException("The event lacks a source, or its rights");
        }
        return changed;
    }

    private <T> T read(IncomingEvent event, Class<T> type) throws UnreadableEventException {
        try {
            return json.readValue(event.data(), type);
        } catch (IOException e) {
            throw new UnreadableEventException("The event is not what its type says", e);
        }
    }
}
