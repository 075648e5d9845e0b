package galley.publish.hub;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import galley.kit.problem.Problem;
import galley.kit.problem.Problems;
import galley.kit.sql.NativeQueries;
import galley.publish.hub.HubRequest.Mode;

/** Requests about which subscribers have not been asked yet. */
@ApplicationScoped
class Requests {
    /** Everybody may ask: what waits must not grow for ever. */
    private static final int MOST_WAITING = 10_000;

    /** A new id each time, so that the end of an earlier question does not count for it. */
    private static final String ADD =
            """
            insert into websub_request (id, mode, topic, callback, secret, lease_seconds, attempts,
                next_at)
            values (gen_random_uuid(), :mode, :topic, :callback, :secret, :lease, 0, :now)
            on conflict (topic, callback) do update set id = excluded.id, mode = excluded.mode,
                secret = excluded.secret, lease_seconds = excluded.lease_seconds, attempts = 0,
                next_at = excluded.next_at
            """;

    private static final String TAKE =
            """
            with turn as (
                select id from websub_request where next_at <= :now order by next_at limit :max
                for update skip locked
            )
            update websub_request r set next_at = :leaseEnd from turn where r.id = turn.id
            returning r.id, r.mode, r.topic, r.callback, r.secret, r.lease_seconds, r.attempts
            """;

    private static final String LATER =
            "update websub_request set attempts = attempts + 1, next_at = :next where id = :id";

    private static final String DONE = "delete from websub_request where id = :id";

    private static final String WAITING =
            "select count(*) from (select from websub_request limit :enough) as waiting";

    private final Session session;
    private final HubConfig config;
    private final Clock clock;

    Requests(Session session, HubConfig config, Clock clock) {
        this.session = session;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Takes a request, in place of an earlier one for the same topic and callback.
     *
     * @throws Problem 503 when too many wait
     */
    @Transactional
    void add(HubRequest request) {
        long waiting =
                NativeQueries.values(session, WAITING, Long.class)
                        .setParameter("enough", MOST_WAITING)
                        .getSingleResult();
        if (waiting >= MOST_WAITING) {
            throw Problems.of(
                    503, "hub-busy", "Too many requests wait", "Ask again in some minutes.");
        }
        session.createNativeMutationQuery(ADD)
                .setParameter("mode", request.mode().name())
                .setParameter("topic", request.topic())
                .setParameter("callback", request.callback().toString())
                .setParameter("secret", request.secret(), String.class)
                .setParameter("lease", request.lease().toSeconds())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** Begins what is due; nobody else does until the lease ends. */
    @Transactional
    List<DueRequest> beginDue(int max) {
        Instant now = clock.instant();
        return session
                .createNativeQuery(TAKE, Tuple.class)
                .setParameter("now", now)
                .setParameter("leaseEnd", now.plus(config.lease()))
                .setParameter("max", max)
                .list()
                .stream()
                .map(Requests::due)
                .toList();
    }

    /** Asks again after a pause. */
    @Transactional
    void later(DueRequest due, Duration pause) {
        session.createNativeMutationQuery(LATER)
                .setParameter("next", clock.instant().plus(pause))
                .setParameter("id", due.id())
                .executeUpdate();
    }

    /** Forgets a request; answers whether it still stood, and no later one had taken its place. */
    @Transactional
    boolean end(DueRequest due) {
        return session.createNativeMutationQuery(DONE).setParameter("id", due.id()).executeUpdate()
                == 1;
    }

    private static DueRequest due(Tuple row) {
        return new DueRequest(
                row.get(0, UUID.class),
                new HubRequest(
                        Mode.valueOf(row.get(1, String.class)),
                        row.get(2, String.class),
                        URI.create(row.get(3, String.class)),
                        row.get(4, String.class),
                        Duration.ofSeconds(row.get(5, Long.class))),
                row.get(6, Integer.class));
    }
}
