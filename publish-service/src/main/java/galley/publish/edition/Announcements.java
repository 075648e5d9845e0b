package galley.publish.edition;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import galley.events.Article;
import galley.events.ArticleKilled;
import galley.events.ArticleTakenDown;
import galley.events.ArticleWentLive;
import galley.events.DeliveryEvent;
import galley.events.Ninjs;
import galley.events.Topics;
import galley.messaging.Lane;
import galley.messaging.Outbox;
import galley.messaging.OutgoingEvent;
import galley.publish.announcement.AnnouncementLog;
import galley.publish.announcement.Marks;
import galley.publish.announcement.Status;
import galley.publish.ninjs.NinjsDocuments;
import galley.publish.site.Addresses;

/**
 * Tells the world what the edition has, and editorial what was done, in the caller's transaction.
 */
@ApplicationScoped
class Announcements {
    private final Outbox outbox;
    private final AnnouncementLog log;
    private final Edition edition;
    private final Addresses addresses;
    private final ObjectMapper json;
    private final Clock clock;

    Announcements(
            Outbox outbox,
            AnnouncementLog log,
            Edition edition,
            Addresses addresses,
            ObjectMapper json,
            Clock clock) {
        this.outbox = outbox;
        this.log = log;
        this.edition = edition;
        this.addresses = addresses;
        this.json = json;
        this.clock = clock;
    }

    /** Readers get this version from now on. */
    void live(Article article, String note) {
        byte[] document =
                bytes(
                        NinjsDocuments.usable(
                                article,
                                note,
                                addresses.article(article.slug()),
                                everyAddress(article.id()),
                                addresses::absolute));
        publish(Lane.LIVE, Ninjs.PUBLISHED_TYPE, article, document);
        log.usable(
                article.id(),
                article.revision(),
                article.version(),
                marks(article),
                text(document));
        deliver(
                Lane.LIVE,
                new ArticleWentLive(
                        article.id(),
                        article.revision(),
                        article.version(),
                        addresses.article(article.slug()),
                        clock.instant()));
    }

    /** Readers had a version, and get none for now. */
    void withheld(Article article, Instant decided) {
        byte[] document =
                bytes(NinjsDocuments.withheld(article, decided, everyAddress(article.id())));
        publish(Lane.LIVE, Ninjs.PUBLISHED_TYPE, article, document);
        withdrawn(article, Status.WITHHELD, document);
    }

    /**
     * The article is withdrawn.
     *
     * @param headline what it was called, or null
     * @param known whether the world may know where it was: it then learns every address, so that
     *     copies can be dropped
     */
    void canceled(ArticleKilled kill, String headline, boolean known) {
        var article = kill.article();
        byte[] document =
                bytes(
                        NinjsDocuments.canceled(
                                kill, headline, known ? everyAddress(article.id()) : List.of()));
        publish(Lane.KILL, Ninjs.CANCELED_TYPE, article, document);
        // Once more behind what the kill overtakes: the last word on a compacted topic is what
        // those get who come later.
        publish(Lane.LIVE, Ninjs.CANCELED_TYPE, article, document);
        withdrawn(article, Status.CANCELED, document);
        takenDown(Lane.KILL, article);
    }

    /** Editorial learns that readers do not get the article any more. */
    void takenDown(Article article) {
        takenDown(Lane.LIVE, article);
    }

    private void takenDown(Lane lane, Article article) {
        deliver(
                lane,
                new ArticleTakenDown(
                        article.id(), article.revision(), article.version(), clock.instant()));
    }

    private List<String> everyAddress(UUID id) {
        return edition.slugs(id).stream().map(addresses::article).toList();
    }

    private void withdrawn(Article article, Status status, byte[] document) {
        log.withdrawn(article.id(), article.revision(), article.version(), status, text(document));
    }

    private Marks marks(Article article) {
        return new Marks(
                json.convertValue(article.kind(), String.class),
                article.language(),
                article.section(),
                article.tags(),
                List.of(Sources.of(article)),
                article.bylines());
    }

    private void publish(Lane lane, String type, Article article, byte[] document) {
        append(lane, Topics.PUBLISHED, type, article.id(), article.revision(), document);
    }

    private void deliver(Lane lane, DeliveryEvent event) {
        append(
                lane,
                Topics.DELIVERY,
                event.type(),
                event.articleId(),
                event.revision(),
                bytes(event));
    }

    private void append(
            Lane lane, String topic, String type, UUID id, long revision, byte[] content) {
        outbox.append(new OutgoingEvent(lane, topic, id.toString(), type, revision, content));
    }

    private byte[] bytes(Object content) {
        try {
            return json.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event of no JSON", e);
        }
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }
}
