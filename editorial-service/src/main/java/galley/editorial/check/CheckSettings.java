package galley.editorial.check;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import galley.editorial.staff.Caller;
import galley.kit.etag.ETag;
import galley.kit.problem.Problem;

/** How severe the desks take what checks find. */
@ApplicationScoped
class CheckSettings implements PanacheRepositoryBase<StoredSettings, String> {
    /** Counts for articles without a desk, and for what a desk does not set. */
    static final String EVERYWHERE = "";

    private static final String BEGIN =
            """
            insert into check_settings (desk, revision, severities) values (:desk, 0, '{}')
            on conflict do nothing
            """;

    private final Clock clock;

    CheckSettings(Clock clock) {
        this.clock = clock;
    }

    /** What was set of a desk, or {@link #EVERYWHERE}. */
    Settings of(String desk) {
        return findByIdOptional(desk)
                .map(stored -> new Settings(stored.revision, stored.severities))
                .orElse(Settings.NONE);
    }

    /** What was set that counts for a desk's articles; null stands for no desk. */
    Map<String, Severity> inForce(String desk) {
        Map<String, Severity> severities = new HashMap<>(of(EVERYWHERE).severities());
        if (desk != null) {
            severities.putAll(of(desk).severities());
        }
        return severities;
    }

    /**
     * Sets a desk's severities in the place of those that were set; who, when and what is kept.
     *
     * @param ifMatch the header, or null
     * @param wanted reads what is wanted, once the precondition holds
     * @throws Problem 428, 412, or what {@code wanted} throws
     */
    @Transactional(TxType.MANDATORY)
    Settings put(
            String desk, String ifMatch, Supplier<Map<String, Severity>> wanted, Caller caller) {
        getEntityManager().createNativeQuery(BEGIN).setParameter("desk", desk).executeUpdate();
        StoredSettings stored = findById(desk, LockModeType.PESSIMISTIC_WRITE);
        ETag.of(stored.revision).requireMatch(ifMatch);
        Map<String, Severity> after = wanted.get();
        if (!after.equals(stored.severities)) {
            remember(stored, after, caller);
            stored.severities = after;
            stored.revision++;
        }
        return new Settings(stored.revision, stored.severities);
    }

    private void remember(StoredSettings stored, Map<String, Severity> after, Caller caller) {
        SettingsChange change = new SettingsChange();
        change.desk = stored.desk;
        change.at = clock.instant();
        change.actor = caller.actor().id();
        change.before = stored.severities;
        change.after = after;
        getEntityManager().persist(change);
    }
}
