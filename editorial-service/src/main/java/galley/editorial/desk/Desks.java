package galley.editorial.desk;

import java.time.Clock;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import galley.editorial.staff.Caller;
import galley.kit.etag.ETag;
import galley.kit.problem.Problem;

/** The desks that are kept. */
@ApplicationScoped
public class Desks implements PanacheRepositoryBase<StoredDesk, String> {
    private static final String BEGIN =
            """
            insert into desk (name, revision, rules)
            values (:name, 0, '{"fourEyes": true, "members": {}, "privileges": {}}')
            on conflict do nothing
            """;

    private final Clock clock;

    Desks(Clock clock) {
        this.clock = clock;
    }

    /** What the articles of a desk need; null stands for no desk. */
    @Transactional(TxType.MANDATORY)
    public DeskRules rules(String desk) {
        return desk == null
                ? DeskRules.OPEN
                : findByIdOptional(desk).map(stored -> stored.rules).orElse(DeskRules.OPEN);
    }

    /** Counts the changes of a desk's rules; 0 for a desk that is not kept. */
    long revision(String desk) {
        return findByIdOptional(desk).map(stored -> stored.revision).orElse(0L);
    }

    /**
     * Keeps a desk with these rules; who set them, when and what was before is kept too.
     *
     * @param ifMatch the header, or null
     * @param wanted reads what is wanted, once the precondition holds
     * @throws Problem 428, 412, or what {@code wanted} throws
     */
    @Transactional(TxType.MANDATORY)
    void put(String name, String ifMatch, Supplier<DeskRules> wanted, Caller caller) {
        getEntityManager().createNativeQuery(BEGIN).setParameter("name", name).executeUpdate();
        StoredDesk stored = findById(name, LockModeType.PESSIMISTIC_WRITE);
        ETag.of(stored.revision).requireMatch(ifMatch);
        DeskRules after = wanted.get();
        if (stored.revision == 0 || !after.equals(stored.rules)) {
            remember(stored, after, caller);
            stored.rules = after;
            stored.revision++;
        }
    }

    private void remember(StoredDesk stored, DeskRules after, Caller caller) {
        DeskChange change = new DeskChange();
        change.desk = stored.name;
        change.at = clock.instant();
        change.actor = caller.actor().id();
        change.before = stored.rules;
        change.after = after;
        getEntityManager().persist(change);
    }
}
