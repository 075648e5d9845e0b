package galley.ingest.source;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;

import galley.ingest.clock.DatabaseClock;
import galley.kit.paging.PageRequest;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** All sources. */
@ApplicationScoped
public class Sources implements PanacheRepositoryBase<Source, UUID> {
    private final DatabaseClock clock;

    Sources(DatabaseClock clock) {
        this.clock = clock;
    }

    /**
     * The source of this id.
     *
     * @throws Problem 404 when there is none, or none any more
     */
    public Source get(UUID id) {
        return existing(findById(id));
    }

    /**
     * Makes sure that a request names a source that there is.
     *
     * @throws Problem 422 that names the request's field
     */
    public void require(String field, UUID id) {
        var source = findById(id);
        if (source == null || source.isDeleted()) {
            throw Problems.unprocessable(field, "There is no such source.");
        }
    }

    /**
     * Like {@link #get}, but nobody else changes the source, or takes in its items, until the
     * caller's transaction ends.
     */
    @Transactional(TxType.MANDATORY)
    public Source lock(UUID id) {
        return existing(hold(id));
    }

    /** Like {@link #lock}, but of a source that was removed too: what it has brought stays. */
    @Transactional(TxType.MANDATORY)
    public Source hold(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The source that pushes with tokens of this subject; the first push makes it. */
    @Transactional(TxType.MANDATORY)
    public Source ofPusher(String owner, String format) {
        return find("owner = ?1 and kind = ?2 and deletedAt is null", owner, Source.Kind.PUSH)
                .firstResultOptional()
                .orElseGet(() -> register(owner, format));
    }

    /** Sources in the order of their registration. */
    List<Source> list(PageRequest request) {
        var query =
                request.after() == null
                        ? find("deletedAt is null order by createdAt, id")
                        : find(
                                "deletedAt is null and (createdAt > ?1 or createdAt = ?1 and id >"
                                        + " ?2) order by createdAt, id",
                                request.after().time(),
                                request.after().id());
        return query.page(Page.ofSize(request.rowsToRead())).list();
    }

    /** Two first pushes may come at once: the second waits for the first, then finds its source. */
    private Source register(String owner, String format) {
        getEntityManager()
                .createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended(:owner, 1))")
                .setParameter("owner", owner)
                .getSingleResult();
        Optional<Source> other =
                find("owner = ?1 and kind = ?2 and deletedAt is null", owner, Source.Kind.PUSH)
                        .firstResultOptional();
        if (other.isPresent()) {
            return other.get();
        }
        var source = Source.pushed(owner, format, clock.now());
        persist(source);
        return source;
    }

    private static Source existing(Source source) {
        if (source == null || source.isDeleted()) {
            throw Problems.notFound("There is no such source.");
        }
        return source;
    }
}
