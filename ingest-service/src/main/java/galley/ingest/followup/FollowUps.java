package galley.ingest.followup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import galley.events.ItemContent;
import galley.events.ItemMedia;
import galley.events.MediaKind;
import galley.ingest.clock.DatabaseClock;
import galley.ingest.followup.FollowUp.Kind;
import galley.ingest.item.ItemTaken;
import galley.ingest.run.FetchConfig;
import galley.ingest.run.ServerTurns;
import galley.kit.http.FetchException.RefusedAddress;
import galley.kit.http.SafeHttp;
import galley.kit.picture.CheckedPicture;
import galley.kit.sql.NativeQueries;

/** All that is to be fetched for items, and was. */
@ApplicationScoped
class FollowUps implements PanacheRepositoryBase<FollowUp, UUID> {
    /** More than any article shows. */
    private static final int MOST_PICTURES = 50;

    private static final String DUE =
            """
            select f.id from follow_up f
            where f.done_at is null and f.due_at <= clock_timestamp()
            and not exists (
                select from server_turn t where t.server = f.server
                and t.next_at > clock_timestamp())
            order by f.due_at limit :max
            for update of f skip locked
            """;

    private static final String KEEP =
            """
            insert into picture (sha256, media_type, width, height, animated, size, credit,
                copyright_notice, caption, kept_at)
            values (:sha256, :type, :width, :height, :animated, :size, :credit, :notice,
                :caption, :now)
            on conflict do nothing
            """;

    private final SafeHttp http;
    private final ServerTurns servers;
    private final DatabaseClock clock;
    private final FetchConfig config;

    FollowUps(SafeHttp http, ServerTurns servers, DatabaseClock clock, FetchConfig config) {
        this.http = http;
        this.servers = servers;
        this.clock = clock;
        this.config = config;
    }

    /**
     * Notes what an item needs, in the transaction that takes it in. Of an item that needs nothing
     * it asks the database nothing: a query would first write all that the transaction holds.
     */
    @Transactional(TxType.MANDATORY)
    void note(@Observes ItemTaken taken) {
        if (!taken.fromPage() && taken.source().completes(taken.content())) {
            add(taken, Kind.PAGE, taken.content().url());
        }
        var pictures = pictures(taken.content());
        if (!pictures.isEmpty() && taken.source().allowsPictures(taken.receivedAt())) {
            var had = taken.revision() == 1 ? Set.<String>of() : had(taken.item());
            pictures.stream()
                    .filter(url -> !had.contains(url))
                    .forEach(url -> add(taken, Kind.PICTURE, url));
        }
    }

    private void add(ItemTaken taken, Kind kind, String address) {
        var followUp = new FollowUp(taken, kind, address);
        try {
            followUp.from(http.check(address));
        } catch (RefusedAddress e) {
            followUp.giveUp(e.getMessage(), taken.receivedAt());
        }
        persist(followUp);
    }

    /** Those pictures of which an earlier revision of the item told. */
    private Set<String> had(UUID item) {
        var had = new HashSet<String>();
        list("itemId = ?1 and kind = ?2", item, Kind.PICTURE).forEach(one -> had.add(one.url));
        return had;
    }

    private static List<String> pictures(ItemContent content) {
        return content.media().stream()
                .filter(media -> media.kind() == MediaKind.IMAGE)
                .map(ItemMedia::url)
                .distinct()
                .limit(MOST_PICTURES)
                .toList();
    }

    /**
     * Begins what is due, of each server as much as its turns allow.
     *
     * @param max how many at most
     */
    @Transactional
    List<FollowUp> beginDue(int max) {
        List<UUID> due =
                NativeQueries.values(getSession(), DUE, UUID.class).setParameter("max", max).list();
        var begun = new ArrayList<FollowUp>();
        for (var id : due) {
            var followUp = findById(id);
            if (servers.take(followUp.server)) {
                followUp.begin(clock.now(), config.lease());
                begun.add(followUp);
            }
        }
        return begun;
    }

    /** Holds one that is still to be done. */
    @Transactional(TxType.MANDATORY)
    Optional<FollowUp> hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(followUp -> followUp.doneAt == null);
    }

    /** Keeps what is known of a picture in the store, once. */
    @Transactional(TxType.MANDATORY)
    void keep(String sha256, CheckedPicture picture, Instant now) {
        if (getEntityManager().find(KeptPicture.class, sha256) == null) {
            getEntityManager()
                    .createNativeQuery(KEEP)
                    .setParameter("sha256", sha256)
                    .setParameter("type", picture.type().mediaType())
                    .setParameter("width", picture.width())
                    .setParameter("height", picture.height())
                    .setParameter("animated", picture.animated())
                    .setParameter("size", picture.bytes().length)
                    .setParameter("credit", picture.notes().credit())
                    .setParameter("notice", picture.notes().copyrightNotice())
                    .setParameter("caption", picture.notes().caption())
                    .setParameter("now", now)
                    .executeUpdate();
        }
    }

    /** The picture in the store under this hash. */
    Optional<KeptPicture> picture(String sha256) {
        return Optional.ofNullable(getEntityManager().find(KeptPicture.class, sha256));
    }

    /** Those of an item, in the order in which they were noted. */
    List<FollowUp> of(UUID item) {
        return list("itemId = ?1 order by id", item);
    }
}
