package galley.publish.proof;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jboss.logging.Logger;

import galley.kit.sql.NativeQueries;

/**
 * The keys, in the database, where every replica finds the same ones. The first is made when it is
 * first asked for.
 */
@ApplicationScoped
class SigningKeys {
    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    private static final String ACTIVE =
            "select private_key from signing_key where retired_at is null";

    /** Of replicas that make one at the same time, one does, and the others get to know of it. */
    private static final String ADD =
            """
            insert into signing_key (kid, public_key, private_key, created_at)
            values (:kid, :public, :private, :now) on conflict do nothing
            """;

    private static final String RETIRE =
            """
            update signing_key set retired_at = :now, private_key = null where retired_at is null
            """;

    private static final String PUBLIC =
            "select public_key from signing_key order by created_at desc, kid";

    private final Session session;
    private final Clock clock;

    SigningKeys(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** The key that signs. */
    @Transactional
    SigningKey active() {
        var found = find();
        if (found == null) {
            add();
            found = find();
        }
        return SigningKey.of(found);
    }

    /**
     * Lets a new key sign from now on. The secret of the one before is gone for good; its public
     * key stays published, so that what it signed can be checked for ever.
     */
    @Transactional
    SigningKey rotate() {
        session.createNativeMutationQuery(RETIRE)
                .setParameter("now", clock.instant())
                .executeUpdate();
        add();
        var key = SigningKey.of(find());
        LOG.infof("The key %s signs from now on", key.kid());
        return key;
    }

    /** Every public key there ever was, as JWK, the newest first. */
    @Transactional
    List<String> published() {
        active();
        return NativeQueries.values(session, PUBLIC, String.class).getResultList();
    }

    private String find() {
        return NativeQueries.values(session, ACTIVE, String.class).getSingleResultOrNull();
    }

    private void add() {
        var key = SigningKey.generate();
        session.createNativeMutationQuery(ADD)
                .setParameter("kid", key.kid())
                .setParameter("public", key.publicJson())
                .setParameter("private", key.secretJson())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
