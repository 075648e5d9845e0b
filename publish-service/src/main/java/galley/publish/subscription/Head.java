package galley.publish.subscription;

import java.util.OptionalLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;

import galley.kit.sql.NativeQueries;

/**
 * How far announcements were handed out to all active subscriptions. Whoever also locks a
 * subscription locks this first.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Head {
    private final Session session;

    Head(Session session) {
        this.session = session;
    }

    /** The position; nothing is handed out until the caller's transaction ends. */
    public long hold() {
        return read("for share").orElseThrow();
    }

    /** The position as it is now; it may move on any time. */
    public long read() {
        return read("").orElseThrow();
    }

    /** The position, for the one who hands out; empty when another does just now. */
    public OptionalLong take() {
        return read("for update skip locked");
    }

    /** Notes that everything up to a position is handed out; the caller has {@link #take taken}. */
    public void move(long position) {
        session.createNativeMutationQuery("update subscription_head set position = :position")
                .setParameter("position", position)
                .executeUpdate();
    }

    private OptionalLong read(String lock) {
        return NativeQueries.values(
                        session, "select position from subscription_head " + lock, Long.class)
                .getResultStream()
                .mapToLong(Long::longValue)
                .findFirst();
    }
}
