package galley.ingest.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.scheduler.Scheduled;

import galley.ingest.clock.DatabaseClock;
import galley.ingest.run.Run.Trigger;
import galley.ingest.source.Source;
import galley.ingest.source.Sources;
import galley.kit.paging.PageRequest;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;
import galley.kit.sql.NativeQueries;

/**
 * All runs. A run is started while its source's row is held, so that of any number of replicas one
 * starts it; it then holds a lease, after which others take it for dead.
 */
@ApplicationScoped
class Runs implements PanacheRepositoryBase<Run, UUID> {
    private static final String DUE =
            """
            select s.id from source s
            where s.kind = 'POLL' and s.state = 'ACTIVE' and s.deleted_at is null
            and (s.next_poll_at <= clock_timestamp() or exists (
                select from run r where r.source_id = s.id
                and r.finished_at is null and r.lease_until < clock_timestamp()))
            and not exists (
                select from server_turn t where t.server = s.server
                and t.next_at > clock_timestamp())
            order by s.next_poll_at limit :max
            for update of s skip locked
            """;

    private final Sources sources;
    private final DatabaseClock clock;
    private final FetchConfig config;
    private final ServerTurns servers;

    Runs(Sources sources, DatabaseClock clock, FetchConfig config, ServerTurns servers) {
        this.sources = sources;
        this.servers = servers;
        this.clock = clock;
        this.config = config;
    }

    /**
     * Starts the polls that are due, and those whose replica has died.
     *
     * @param max how many at most
     */
    @Transactional
    List<Started> startDue(int max) {
        List<UUID> due =
                NativeQueries.values(getSession(), DUE, UUID.class).setParameter("max", max).list();
        // In one order, so that no two replicas wait for each other's turns.
        var sourcesByServer =
                due.stream()
                        .map(sources::lock)
                        .sorted(Comparator.comparing(Source::server))
                        .toList();
        var started = new ArrayList<Started>();
        for (var source : sourcesByServer) {
            if (servers.take(source.server())) {
                start(source, Trigger.POLL).started().ifPresent(started::add);
            }
        }
        return started;
    }

    /**
     * Starts a fetch by hand.
     *
     * @return the run to do, or the one that is under way, on this replica or another
     * @throws Problem 404 when there is no such source, 409 when it is none to be fetched
     */
    @Transactional
    Turn startByHand(UUID source) {
        var locked = sources.lock(source);
        if (locked.kind() == Source.Kind.PUSH) {
            throw notFetched();
        }
        return start(locked, Trigger.HAND);
    }

    /** The problem of a source that has no address. */
    static Problem notFetched() {
        return Problems.conflict(
                "not-fetched",
                "This source is not fetched",
                "Its items are pushed, or lie in a folder; there is no address to fetch them"
                        + " from.");
    }

    /** A run as it is in the database now. */
    @Transactional
    Run current(UUID id) {
        return findById(id);
    }

    /** Holds a run, if it is still under way and this process's to finish. */
    @Transactional(TxType.MANDATORY)
    Optional<Run> hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).filter(run -> !run.isOver());
    }

    /** A source's runs, the newest first. */
    List<Run> list(UUID source, PageRequest request) {
        var query =
                request.after() == null
                        ? find("sourceId = ?1 order by startedAt desc, id desc", source)
                        : find(
                                "sourceId = ?1 and (startedAt < ?2 or startedAt = ?2 and id < ?3)"
                                        + " order by startedAt desc, id desc",
                                source,
                                request.after().time(),
                                request.after().id());
        return query.page(Page.ofSize(request.rowsToRead())).list();
    }

    @Scheduled(every = "1h")
    @Transactional
    void forgetOld() {
        delete("finishedAt < ?1", clock.now().minus(config.runRetention()));
    }

    private Turn start(Source source, Trigger trigger) {
        var now = clock.now();
        var underWay = find("sourceId = ?1 and finishedAt is null", source.id()).firstResult();
        // Whatever fetches it now, the next poll is one interval away.
        source.polled(now);
        if (underWay != null && !underWay.isDead(now)) {
            return new Turn(underWay.id, Optional.empty());
        }
        if (underWay != null) {
            underWay.fail(FetchFailure.LOST, "Its replica went away; another took over.", now);
            flush(); // before the next: at most one may be under way
        }
        var run = new Run(source.id(), trigger, now, config.lease());
        persist(run);
        var started =
                new Started(
                        run.id,
                        source.id(),
                        source.revision(),
                        Target.of(source),
                        source.credentials());
        return new Turn(run.id, Optional.of(started));
    }
}
