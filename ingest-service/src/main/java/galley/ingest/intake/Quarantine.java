package galley.ingest.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;

import galley.ingest.source.Sources;
import galley.kit.paging.PageRequest;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;
import galley.operations.decision.AlreadyDecided;

import static galley.ingest.intake.Quarantined.State.DISCARDED;
import static galley.ingest.intake.Quarantined.State.WAITING;

/** What could not be taken in. */
@ApplicationScoped
class Quarantine implements PanacheRepositoryBase<Quarantined, UUID> {
    private final Sources sources;

    Quarantine(Sources sources) {
        this.sources = sources;
    }

    /** What waits of a source under these identities, by identity. */
    Map<String, Quarantined> waiting(UUID source, Collection<String> identities) {
        return list("state = ?1 and sourceId = ?2 and identity in ?3", WAITING, source, identities)
                .stream()
                .collect(Collectors.toMap(entry -> entry.identity, Function.identity()));
    }

    /** How much waits. */
    long waiting() {
        return count("state", WAITING);
    }

    /** How much waits of a source, or of all. */
    long waiting(Optional<UUID> source) {
        return source.map(id -> count("state = ?1 and sourceId = ?2", WAITING, id))
                .orElseGet(this::waiting);
    }

    /**
     * What waits of a source, or of all: ids of those that were retried least, the oldest first.
     */
    List<UUID> leastTried(Optional<UUID> source, int most) {
        var query =
                source.isPresent()
                        ? find(
                                "state = ?1 and sourceId = ?2 order by tries, id",
                                WAITING,
                                source.get())
                        : find("state = ?1 order by tries, id", WAITING);
        return query.page(Page.ofSize(most)).list().stream().map(entry -> entry.id).toList();
    }

    /** What was discarded of a source under these identities. */
    List<Quarantined> discarded(UUID source, Collection<String> identities) {
        return list(
                "state = ?1 and sourceId = ?2 and identity in ?3", DISCARDED, source, identities);
    }

    /** All in a state, of a source or of all, in the order in which it first came. */
    List<Quarantined> list(Quarantined.State state, Optional<UUID> source, PageRequest request) {
        var wanted = new HashMap<String, Object>(Map.of("state", state));
        var conditions = new StringBuilder("state = :state");
        source.ifPresent(
                id -> {
                    wanted.put("source", id);
                    conditions.append(" and sourceId = :source");
                });
        if (request.after() != null) {
            wanted.put("time", request.after().time());
            wanted.put("id", request.after().id());
            conditions.append(" and (firstSeen > :time or firstSeen = :time and id > :id)");
        }
        var query = find(conditions + " order by firstSeen, id", wanted);
        return query.page(Page.ofSize(request.rowsToRead())).list();
    }

    /**
     * What came under this id, whatever became of it.
     *
     * @throws Problem 404 when there is none
     */
    Quarantined get(UUID id) {
        var entry = findById(id);
        if (entry == null) {
            throw Problems.notFound("There is nothing in quarantine under this id.");
        }
        return entry;
    }

    /**
     * What waits under this id; nobody else decides on it until the caller's transaction ends.
     *
     * @throws Problem 404 when there is none, 409 when it waits no more
     */
    Quarantined lock(UUID id) {
        var entry = get(id);
        // The source first, as runs do, so that the two never wait for each other.
        sources.hold(entry.sourceId);
        // Somebody may have decided since it was read.
        getEntityManager().refresh(entry, LockModeType.PESSIMISTIC_WRITE);
        requireWaiting(entry);
        return entry;
    }

    static void requireWaiting(Quarantined entry) {
        if (entry.state != WAITING) {
            throw AlreadyDecided.problem(entry.state, entry.decidedBy, entry.resolvedAt);
        }
    }
}
