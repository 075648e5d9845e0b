package galley.ingest.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    /** What was discarded of a source under these identities. */
    List<Quarantined> discarded(UUID source, Collection<String> identities) {
        return list(
                "state = ?1 and sourceId = ?2 and identity in ?3", DISCARDED, source, identities);
    }

    /** All in a state, in the order in which it first came. */
    List<Quarantined> list(Quarantined.State state, PageRequest request) {
        var query =
                request.after() == null
                        ? find("state = ?1 order by firstSeen, id", state)
                        : find(
                                "state = ?1 and (firstSeen > ?2 or firstSeen = ?2 and id > ?3)"
                                        + " order by firstSeen, id",
                                state,
                                request.after().time(),
                                request.after().id());
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
