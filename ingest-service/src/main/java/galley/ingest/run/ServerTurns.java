package galley.ingest.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Lets a pause pass between two polls of one server, whatever the number of its feeds and ours. */
@ApplicationScoped
public class ServerTurns {
    private static final String TAKE =
            """
            insert into server_turn as t (server, next_at)
            values (:server, clock_timestamp() + make_interval(secs => :pause))
            on conflict (server) do update set next_at = excluded.next_at
            where t.next_at <= clock_timestamp()
            """;

    private final EntityManager entities;
    private final FetchConfig config;

    ServerTurns(EntityManager entities, FetchConfig config) {
        this.entities = entities;
        this.config = config;
    }

    /** Whether the server may be polled now; if so, nobody else may for a while. */
    @Transactional(TxType.MANDATORY)
    public boolean take(String server) {
        return entities.createNativeQuery(TAKE)
                        .setParameter("server", server)
                        .setParameter("pause", config.serverPause().toMillis() / 1000.0)
                        .executeUpdate()
                == 1;
    }
}
