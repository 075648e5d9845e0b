package galley.ingest.clock;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import galley.kit.sql.NativeQueries;

/**
 * The database's time. Leases and poll times are compared by any replica, so none of them goes by
 * its own clock.
 */
@ApplicationScoped
public class DatabaseClock {
    private final EntityManager entities;

    DatabaseClock(EntityManager entities) {
        this.entities = entities;
    }

    /** The present time, to the microsecond. */
    public Instant now() {
        return NativeQueries.values(entities, "select clock_timestamp()", Instant.class)
                .getSingleResult();
    }
}
