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
import galley.messaging.EventHandler;
import galley.messaging.IncomingEvent;
import galley.messaging.UnreadableEventException;

/** Notes on articles what readers have of them. The revision, and so the ETag, stays. */
@ApplicationScoped
class Deliveries implements EventHandler {
    static final String GROUP = "editorial-delivery";

    private final Articles articles;
    private final History history;
    private final Event<ArticleChanged> changed;
    private final ObjectMapper json;

    Deliveries(
            Articles articles, History history, Event<ArticleChanged> changed, ObjectMapper json) {
        this.articles = articles;
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
        Standing before = article.standing();
        switch (report) {
            case ArticleWentLive live ->
                    article.wentLive(live.revision(), live.version(), live.url());
            case ArticleTakenDown down -> article.takenDown(down.revision(), down.version());
        }
        history.append(
                article.chain(),
                new Happening(
                        article.id(),
                        report.at(),
                        Caller.of(Actor.PUBLISH),
                        step(report),
                        before,
                        article.standing(),
                        report.revision(),
                        null,
                        Reason.NONE));
        changed.fire(article.changed(step(report), Actor.PUBLISH, report.at()));
    }

    private static String step(DeliveryEvent report) {
        return switch (report) {
            case ArticleWentLive _ -> "went-live";
            case ArticleTakenDown _ -> "taken-down";
        };
    }

    private static boolean isWhole(DeliveryEvent report) {
        return report != null
                && report.articleId() != null
                && report.at() != null
                && !(report instanceof ArticleWentLive live && live.url() == null);
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
