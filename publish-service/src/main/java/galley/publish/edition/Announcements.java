package galley.publish.edition;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import galley.events.Article;
import galley.events.ArticleKilled;
import galley.events.ArticleTakenDown;
import galley.events.ArticleWentLive;
import galley.events.DeliveryEvent;
import galley.events.Ninjs;
import galley.events.Subject;
import galley.events.Topics;
import galley.messaging.Lane;
import galley.messaging.Outbox;
import galley.messaging.OutgoingEvent;
import galley.publish.announcement.AnnouncementLog;
import galley.publish.announcement.Marks;
import galley.publish.announcement.Notice;
import galley.publish.announcement.Status;
import galley.publish.ninjs.NinjsDocuments;
import galley.publish.site.Addresses;

/**
 * Tells the world what the edition has, and editorial what was done, in the caller's transaction.
 */
@ApplicationScoped
class Announcements implements Announcer {
    private final Outbox outbox;
    private final AnnouncementLog log;
    private final Edition edition;
    private final Addresses addresses;
    private final ReleaseToLive releaseToLive;
    private final Signatures signatures;
    private final ObjectMapper json;
    private final Clock clock;

    Announcements(
            Outbox outbox,
            AnnouncementLog log,
            Edition edition,
            Addresses addresses,
            ReleaseToLive releaseToLive,
            Signatures signatures,
            ObjectMapper json,
            Clock clock) {
        this.outbox = outbox;
        this.log = log;
        this.edition = edition;
        this.addresses = addresses;
        this.releaseToLive = releaseToLive;
        this.signatures = signatures;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void live(Article article, String note) {
        live(Lane.LIVE, article, note);
    }

    /** The same, as urgently as the lane says. */
    void live(Lane lane, Article article, String note) {
        var told =
                signed(
                        article,
                        NinjsDocuments.usable(
                                article,
                                note,
                                addresses.article(article.slug()),
                                everyAddress(article.id()),
                                addresses::absolute));
        publish(lane, Ninjs.PUBLISHED_TYPE, article, told);
        log.usable(article.id(), article.revision(), article.version(), marks(article), told);
        deliver(
                lane,
                new ArticleWentLive(
                        article.id(),
                        article.revision(),
                        article.version(),
                        addresses.article(article.slug()),
                        clock.instant()));
    }

    @Override
    public void released(Instant decided) {
        releaseToLive.measure(decided);
    }

    @Override
    public void withheld(Article article, Instant decided) {
        var told =
                signed(
                        article,
                        NinjsDocuments.withheld(article, decided, everyAddress(article.id())));
        publish(Lane.LIVE, Ninjs.PUBLISHED_TYPE, article, told);
        withdrawn(article, Status.WITHHELD, told);
    }

    @Override
    public void canceled(ArticleKilled kill, String headline, boolean known) {
        var article = kill.article();
        var told =
                signed(
                        article,
                        NinjsDocuments.canceled(
                                kill, headline, known ? everyAddress(article.id()) : List.of()));
        publish(Lane.KILL, Ninjs.CANCELED_TYPE, article, told);
        // Once more behind what the kill overtakes: the last word on a compacted topic is what
        // those get who come later.
        publish(Lane.LIVE, Ninjs.CANCELED_TYPE, article, told);
        withdrawn(article, Status.CANCELED, told);
        takenDown(Lane.KILL, article);
    }

    @Override
    public void takenDown(Article article) {
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

    private void withdrawn(Article article, Status status, Notice told) {
        log.withdrawn(article.id(), article.revision(), article.version(), status, told);
    }

    private Notice signed(Article article, Ninjs document) {
        return new Notice(
                new String(bytes(document), StandardCharsets.UTF_8),
                signatures.sign(article, document));
    }

    private Marks marks(Article article) {
        return new Marks(
                json.convertValue(article.kind(), String.class),
                article.language(),
                article.section(),
                article.tags(),
                List.of(Sources.of(article)),
                article.bylines(),
                article.subjects().stream().flatMap(Announcements::names).distinct().toList());
    }

    /** By what a subject is found. */
    private static Stream<String> names(Subject it) {
        boolean isCoded = it.scheme() != null && it.code() != null;
        return Stream.of(it.name(), it.code(), isCoded ? it.scheme() + ":" + it.code() : null)
                .filter(Objects::nonNull);
    }

    private void publish(Lane lane, String type, Article article, Notice told) {
        outbox.append(
                new OutgoingEvent(
                        lane,
                        Topics.PUBLISHED,
                        article.id().toString(),
                        type,
                        article.revision(),
                        told.document().getBytes(StandardCharsets.UTF_8),
                        Map.of(Signatures.ATTRIBUTE, told.signature())));
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
