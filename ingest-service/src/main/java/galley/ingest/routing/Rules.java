package galley.ingest.routing;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;

import galley.kit.paging.PageRequest;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** All rules. */
@ApplicationScoped
class Rules implements PanacheRepositoryBase<Rule, UUID> {

    /**
     * The rule of this id.
     *
     * @throws Problem 404 when there is none, or none any more
     */
    Rule get(UUID id) {
        return existing(findById(id));
    }

    /** Like {@link #get}, but nobody else changes it until the caller's transaction ends. */
    @Transactional(TxType.MANDATORY)
    Rule lock(UUID id) {
        return existing(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The rules for a source's items, those for all sources among them, in their order. */
    List<Rule> inForce(UUID source) {
        return list(
                "deletedAt is null and enabled and (sourceId is null or sourceId = ?1)"
                        + " order by place, id",
                source);
    }

    /** Rules in the order in which they were made. */
    List<Rule> list(PageRequest request) {
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

    private static Rule existing(Rule rule) {
        if (rule == null || rule.deletedAt != null) {
            throw Problems.notFound("There is no such rule.");
        }
        return rule;
    }
}
