package galley.publish.subscription;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

/** Whom announcements may concern. */
@ApplicationScoped
public class Subscribers {
    private static final String SELECT =
            "select s.id, s.state, s.product, s.events from Subscription s";

    private final Session session;

    Subscribers(Session session) {
        this.session = session;
    }

    /** All of them, whether or not they are sent anything now. */
    public List<Subscriber> all() {
        return session.createSelectionQuery(SELECT, Subscriber.class).getResultList();
    }

    /** One of them, in the caller's transaction. */
    public Subscriber get(UUID id) {
        return session.createSelectionQuery(SELECT + " where s.id = :id", Subscriber.class)
                .setParameter("id", id)
                .getSingleResult();
    }
}
