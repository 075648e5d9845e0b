package galley.publish.edition;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import galley.publish.ninjs.NinjsDocuments;
import galley.publish.site.Addresses;

/**
 * Tells the world what the edition has, and editorial what was done, in the caller's transaction.
 */
@ApplicationScoped
class Announcements {
    private final Outbox outbox;
    private final Edition edition;
    private final Addresses addresses;
    private final Signatures signatures;
    private final ObjectMapper json;
    private final Clock clock;

    Announcements(
            Outbox outbox,
            Edition edition,
            Addresses addresses,
            Signatures signatures,
            ObjectMapper json,
            Clock clock) {
        this.outbox = outbox;
        this.edition = edition;
        this.addresses = addresses;
        this.signatures = signatures;
        this.json = json;
        this.clock = clock;
    }

    /** Readers get this version from now on. */
    void live(Article article, String note) {
        publish(
                Lane.LIVE,
                Ninjs.PUBLISHED_TYPE,
                article,
                NinjsDocuments.usable(
                        article,
                        note,
                        addresses.article(article.slug()),
                        everyAddress(article.id()),
                        addresses::absolute));
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
        publish(
                Lane.LIVE,
                Ninjs.PUBLISHED_TYPE,
                article,
                NinjsDocuments.withheld(article, decided, everyAddress(article.id())));
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
        var document =
                NinjsDocuments.canceled(
                        kill, headline, known ? everyAddress(article.id()) : List.of());
        publish(Lane.KILL, Ninjs.CANCELED_TYPE, article, document);
        // Once more behind what the kill overtakes: the last word on a compacted topic is what
        // those get who come later.
        publish(Lane.LIVE, Ninjs.CANCELED_TYPE, article, document);
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

    private void publish(Lane lane, String type, Article article, Ninjs document) {
        var signature = signatures.sign(article, document);
        outbox.append(
                new OutgoingEvent(
                        lane,
                        Topics.PUBLISHED,
                        article.id().toString(),
                        type,
                        article.revision(),
                        bytes(document),
                        Map.of(Signatures.ATTRIBUTE, signature)));
    }

    private void deliver(Lane lane, DeliveryEvent event) {
        outbox.append(
                new OutgoingEvent(
                        lane,
                        Topics.DELIVERY,
                        event.articleId().toString(),
                        event.type(),
                        event.revision(),
                        bytes(event)));
    }

    private byte[] bytes(Object content) {
        try {
            return json.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event of no JSON", e);
        }
    }
}
