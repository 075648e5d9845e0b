package galley.editorial.delivery;

import java.io.IOException;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import com.fasterxml.jackson.databind.ObjectMapper;

import galley.editorial.article.ArticleChanged;
import galley.editorial.article.Articles;
import galley.editorial.article.StoredArticle;
import galley.editorial.history.Happening;
import galley.editorial.history.History;
import galley.editorial.history.Reason;
import galley.editorial.staff.Actor;
import galley.editorial.staff.Caller;
import galley.editorial.workflow.Standing;
import galley.events.ArticleTakenDown;
import galley.events.ArticleWentLive;
import galley.events.DeliveryEvent;
import galley.events.SubscriberReceipt;
import galley.events.SubscribersReported;
import galley.messaging.EventHandler;
import galley.messaging.IncomingEvent;
import galley.messaging.UnreadableEventException;

/** Notes on articles what readers have of them. The revision, and so the ETag, stays. */
@ApplicationScoped
class Deliveries implements EventHandler {
    static final String GROUP = "editorial-delivery";

    private final Articles articles;
    private final Receipts receipts;
    private final History history;
    private final Event<ArticleChanged> changed;
    private final ObjectMapper json;

    Deliveries(
            Articles articles,
            Receipts receipts,
            History history,
            Event<ArticleChanged> changed,
            ObjectMapper json) {
        this.articles = articles;
        this.receipts = receipts;
        this.history = history;
        this.changed = changed;
        this.json = json;
    }

    @Override
    public Set<String> groups() {
        return Set.of(GROUP);
    }

    /**
     * Applies one report, in the caller's transaction; a report that changes nothing is kept too.
     */
    @Override
    public void on(IncomingEvent event) throws UnreadableEventException {
        DeliveryEvent report = read(event);
        StoredArticle article =
                articles.lock(report.articleId())
                        .orElseThrow(
                                () -> new UnreadableEventException("There is no such article"));
        receipts.keep(report);
        Standing before = article.standing();
        switch (report) {
            case ArticleWentLive live -> {
                article.wentLive(live.revision(), live.version(), live.url());
                note(article, "went-live", before, report);
            }
            case ArticleTakenDown down -> {
                article.takenDown(down.revision(), down.version());
                note(article, "taken-down", before, report);
            }
            case SubscribersReported _ -> {
                // of readers nothing has changed, and the history would be full of subscribers
            }
        }
    }

    private void note(StoredArticle article, String step, Standing before, DeliveryEvent report) {
        history.append(
                article.chain(),
                new Happening(
                        article.id(),
                        report.at(),
                        Caller.of(Actor.PUBLISH),
                        step,
                        before,
                        article.standing(),
                        report.revision(),
                        null,
                        Reason.NONE));
        changed.fire(article.changed(step, Actor.PUBLISH, report.at()));
    }

    private static boolean isWhole(DeliveryEvent report) {
        return report != null
                && report.articleId() != null
                && report.at() != null
                && !(report instanceof ArticleWentLive live && live.url() == null)
                && !(report instanceof SubscribersReported it
                        && !it.receipts().stream().allMatch(Deliveries::isWhole));
    }

    private static boolean isWhole(SubscriberReceipt it) {
        return it.subscriber() != null
                && it.name() != null
                && it.door() != null
                && it.type() != null
                && it.state() != null
                && it.at() != null;
    }

    private DeliveryEvent read(IncomingEvent event) throws UnreadableEventException {
        Class<? extends DeliveryEvent> type = DeliveryEvent.TYPES.get(event.type());
        if (type == null) {
            throw new UnreadableEventException("Unknown type " + event.type());
        }
        try {
            DeliveryEvent report = json.readValue(event.data(), type);
            if (!isWhole(report)) {
                throw new UnreadableEventException(
                        "The report does not say of what, when or where");
            }
            return report;
        } catch (IOException e) {
            throw new UnreadableEventException("The event is not what its type says", e);
        }
    }
}
