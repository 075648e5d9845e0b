package galley.editorial.lock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import galley.editorial.desk.DeskRole;
import galley.editorial.desk.Desks;
import galley.editorial.history.Chain;
import galley.editorial.history.Happening;
import galley.editorial.history.History;
import galley.editorial.history.Reason;
import galley.editorial.staff.Caller;
import galley.editorial.workflow.Standing;
import galley.editorial.workflow.Step;
import galley.events.Publication;
import galley.events.Workflow;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;
import galley.kit.sql.NativeQueries;
import galley.operations.staff.Staff;

/**
 * The locks of all articles. A lock keeps others from writing, not from deciding; without one, the
 * ETag still keeps two people from overwriting each other.
 */
@ApplicationScoped
public class Locks {
    /** A client renews it now and then; one that has gone away does not block others for long. */
    private static final Duration LIFE = Duration.ofMinutes(5);

    private static final String BREAK = "break-lock";

    private static final String TAKE =
            """
            insert into article_lock as held (article_id, holder, taken_at, until)
            values (:article, :holder, :now, :until)
            on conflict (article_id) do update set holder = excluded.holder, until = excluded.until,
                taken_at = case when held.holder = excluded.holder and held.until > :now
                    then held.taken_at else excluded.taken_at end
            where held.holder = excluded.holder or held.until <= :now
            """;

    private static final String OF =
            "select holder, taken_at, until from article_lock"
                    + " where article_id = :article and until > :now";

    private static final String RELEASE =
            "delete from article_lock where article_id = :article and holder = :holder";

    private static final String EXISTS = "select 1 from article where id = :article";

    private static final String DESK = "select desk from article where id = :article";

    private static final String STANDING =
            "select workflow, publication, version, revision, history_hash, desk from article"
                    + " where id = :article for update";

    private static final String CHAIN =
            "update article set history_hash = :hash where id = :article";

    private final Session database;
    private final Staff staff;
    private final Desks desks;
    private final History history;
    private final Event<LockChanged> changed;
    private final Clock clock;

    Locks(
            Session database,
            Staff staff,
            Desks desks,
            History history,
            Event<LockChanged> changed,
            Clock clock) {
        this.database = database;
        this.staff = staff;
        this.desks = desks;
        this.history = history;
        this.changed = changed;
        this.clock = clock;
    }

    /**
     * Takes or renews the lock of an article.
     *
     * @throws Problem 404, 403 where the desk leaves writing to others, or 409 {@code locked} while
     *     somebody else has it
     */
    @Transactional
    public Lock take(UUID article, Caller caller) {
        desks.requirePrivilege(desk(article), Step.EDIT, caller);
        Instant now = clock.instant();
        int taken =
                database.createNativeMutationQuery(TAKE)
                        .setParameter("article", article)
                        .setParameter("holder", caller.actor().id())
                        .setParameter("now", now)
                        .setParameter("until", now.plus(LIFE))
                        .executeUpdate();
        var held = present(article, now).orElseThrow();
        if (taken == 0) {
            throw locked(held);
        }
        if (isNew(held)) {
            changed.fire(new LockChanged(article, "lock", caller.actor(), now));
        }
        return held;
    }

    /** Once it was renewed, it lasts longer than when it was taken. */
    private static boolean isNew(Lock held) {
        return Duration.between(held.takenAt(), held.until()).equals(LIFE);
    }

    /**
     * Who has the lock of an article.
     *
     * @throws Problem 404
     */
    @Transactional
    public Optional<Lock> of(UUID article) {
        requireArticle(article);
        return present(article, clock.instant());
    }

    /**
     * Gives the caller's lock back.
     *
     * @throws Problem 404, or 409 {@code locked} while somebody else has it
     */
    @Transactional
    public void release(UUID article, Caller caller) {
        requireArticle(article);
        requireNotHeldByAnother(article, caller);
        if (release(article, caller.actor().id())) {
            changed.fire(new LockChanged(article, "unlock", caller.actor(), clock.instant()));
        }
    }

    /**
     * Ends whoever's lock; the history tells whose it was.
     *
     * @throws Problem 404, or 403 for who is no editor in the article's desk
     */
    @Transactional
    public void breakOpen(UUID article, Reason reason, Caller caller) {
        Tuple row = lockRow(article);
        desks.requireRole(row.get(5, String.class), DeskRole.EDITOR, caller);
        Instant now = clock.instant();
        present(article, now)
                .ifPresent(
                        held -> {
                            release(article, held.holder());
                            remember(article, row, now, held, reason, caller);
                            changed.fire(new LockChanged(article, BREAK, caller.actor(), now));
                        });
    }

    private void remember(
            UUID article, Tuple row, Instant now, Lock broken, Reason reason, Caller caller) {
        Standing standing =
                new Standing(
                        Workflow.valueOf(row.get(0, String.class)),
                        Publication.valueOf(row.get(1, String.class)),
                        row.get(2, Integer.class));
        Chain chain = new Chain(row.get(4, String.class));
        history.append(
                chain,
                new Happening(
                        article,
                        now,
                        caller,
                        BREAK,
                        standing,
                        standing,
                        row.get(3, Long.class),
                        null,
                        reason,
                        Map.of("holder", broken.holder())));
        database.createNativeMutationQuery(CHAIN)
                .setParameter("hash", chain.newest())
                .setParameter("article", article)
                .executeUpdate();
    }

    /**
     * Insists that nobody else is writing.
     *
     * @throws Problem 409 {@code locked} that names who is, and until when
     */
    public void requireNotHeldByAnother(UUID article, Caller caller) {
        present(article, clock.instant())
                .filter(held -> !held.holder().equals(caller.actor().id()))
                .ifPresent(
                        held -> {
                            throw locked(held);
                        });
    }

    /** Whether anybody is writing. */
    public boolean isHeld(UUID article) {
        return present(article, clock.instant()).isPresent();
    }

    private boolean release(UUID article, String holder) {
        return database.createNativeMutationQuery(RELEASE)
                        .setParameter("article", article)
                        .setParameter("holder", holder)
                        .executeUpdate()
                > 0;
    }

    private Optional<Lock> present(UUID article, Instant now) {
        return database.createNativeQuery(OF, Tuple.class)
                .setParameter("article", article)
                .setParameter("now", now)
                .getResultStream()
                .findFirst()
                .map(this::lock);
    }

    private Lock lock(Tuple row) {
        var holder = row.get(0, String.class);
        return new Lock(
                holder,
                staff.names(List.of(holder)).get(holder),
                row.get(1, Instant.class),
                row.get(2, Instant.class));
    }

    private void requireArticle(UUID id) {
        if (NativeQueries.values(database, EXISTS, Integer.class)
                .setParameter("article", id)
                .getResultList()
                .isEmpty()) {
            throw noSuchArticle();
        }
    }

    private String desk(UUID article) {
        // a list, as null stands for no desk
        List<String> found =
                NativeQueries.values(database, DESK, String.class)
                        .setParameter("article", article)
                        .getResultList();
        if (found.isEmpty()) {
            throw noSuchArticle();
        }
        return found.getFirst();
    }

    private Tuple lockRow(UUID id) {
        return database.createNativeQuery(STANDING, Tuple.class)
                .setParameter("article", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(Locks::noSuchArticle);
    }

    private static Problem noSuchArticle() {
        return Problems.notFound("There is no article with this id.");
    }

    private static Problem locked(Lock held) {
        var about = new LinkedHashMap<String, Object>();
        about.put("holder", held.holder());
        about.put("name", held.name());
        about.put("until", held.until());
        return new Problem(
                409,
                "locked",
                "Somebody is writing",
                "The lock is held until %s; an editor can break it.".formatted(held.until()),
                about);
    }
}
