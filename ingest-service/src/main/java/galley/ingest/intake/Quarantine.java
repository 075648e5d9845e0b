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

import galley.kit.paging.PageRequest;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** What waits for a retry. */
@ApplicationScoped
class Quarantine implements PanacheRepositoryBase<Quarantined, UUID> {

    /** What waits of a source under these identities, by identity. */
    Map<String, Quarantined> waiting(UUID source, Collection<String> identities) {
        return list("resolvedAt is null and sourceId = ?1 and identity in ?2", source, identities)
                .stream()
                .collect(Collectors.toMap(entry -> entry.identity, Function.identity()));
    }

    /** How much waits. */
    long waiting() {
        return count("resolvedAt is null");
    }

    /** All that waits, in the order in which it first came. */
    List<Quarantined> list(PageRequest request) {
        var query =
                request.after() == null
                        ? find("resolvedAt is null order by firstSeen, id")
                        : find(
                                "resolvedAt is null and (firstSeen > ?1 or firstSeen = ?1 and id >"
                                        + " ?2) order by firstSeen, id",
                                request.after().time(),
                                request.after().id());
        return query.page(Page.ofSize(request.rowsToRead())).list();
    }

    /**
     * What waits under this id.
     *
     * @throws Problem 404 when there is none, or it has come in meanwhile
     */
    Quarantined get(UUID id) {
        return waiting(findById(id));
    }

    /** Like {@link #get}, but nobody else retries it until the caller's transaction ends. */
    Quarantined lock(UUID id) {
        return waiting(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    private static Quarantined waiting(Quarantined entry) {
        if (entry == null || entry.resolvedAt != null) {
            throw Problems.notFound("Nothing waits in quarantine under this id.");
        }
        return entry;
    }
}
