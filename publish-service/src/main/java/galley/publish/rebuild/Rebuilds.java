package galley.publish.rebuild;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import com.fasterxml.uuid.Generators;
import org.apache.kafka.common.TopicPartition;
import org.hibernate.Session;

import galley.kit.sql.NativeQueries;
import galley.messaging.LogRecord;

/**
 * The rebuilds, of which one at most is running. One process at a time holds it: every transaction
 * of its work begins with {@link #hold}, so that of a process that was taken for dead, and of a
 * rebuild that somebody canceled, nothing is written any more.
 */
@ApplicationScoped
class Rebuilds {
    private static final String START =
            """
            insert into edition_rebuild (id, state, requested_at, requested_by, remove_unknown)
            values (:id, 'RUNNING', now(), :by, :removeUnknown)
            on conflict (state) where state = 'RUNNING' do nothing
            """;

    private static final String CANCEL =
            """
            update edition_rebuild set state = 'CANCELED', finished_at = now(), obstacle = null
            where state = 'RUNNING'
            returning id
            """;

    private static final String TAKE_UP =
            """
            update edition_rebuild
            set holder = :holder, held_until = now() + cast(:lease as interval)
            where id = (
                select id from edition_rebuild
                where state = 'RUNNING'
                    and (held_until is null or held_until < now() or holder = :holder)
                for update skip locked)
            returning id
            """;

    private static final String HOLD =
            """
            update edition_rebuild set held_until = now() + cast(:lease as interval)
            where id = :id and state = 'RUNNING' and holder = :holder
            """;

    private static final String LET_GO =
            "update edition_rebuild set held_until = null where id = :id and holder = :holder";

    private static final String BEGIN =
            """
            update edition_rebuild set positions = cast(:positions as jsonb), events = 0,
                compared = null, renewed = 0, problems = 0
            where id = :id
            """;

    private static final String ADVANCE =
            """
            update edition_rebuild set positions = cast(:positions as jsonb),
                events = events + :events, obstacle = null
            where id = :id
            """;

    private static final String PROBLEM =
            """
            insert into edition_rebuild_problem (rebuild, topic, partition, record_offset, key,
                reason)
            values (:id, :topic, :partition, :offset, :key, :reason)
            on conflict do nothing
            """;

    private static final String PROBLEMS =
            """
            select topic, partition, record_offset, key, reason from edition_rebuild_problem
            where rebuild = :id order by id
            """;

    private final Session session;
    private final RebuildConfig config;
    private final UUID holder = UUID.randomUUID();

    Rebuilds(Session session, RebuildConfig config) {
        this.session = session;
        this.config = config;
    }

    /**
     * Asks for a rebuild.
     *
     * @param by who does, as a pseudonym
     * @return empty when one is running
     */
    @Transactional
    Optional<Rebuild> start(String by, boolean removeUnknown) {
        var id = Generators.timeBasedEpochRandomGenerator().generate();
        int started =
                session.createNativeMutationQuery(START)
                        .setParameter("id", id)
                        .setParameter("by", by)
                        .setParameter("removeUnknown", removeUnknown)
                        .executeUpdate();
        return started == 0 ? Optional.empty() : Optional.of(get(id));
    }

    /**
     * Ends the one that is running.
     *
     * @return empty when none is
     */
    @Transactional(TxType.MANDATORY)
    Optional<Rebuild> cancel() {
        return NativeQueries.values(session, CANCEL, UUID.class)
                .getResultStream()
                .findFirst()
                .map(this::get);
    }

    /** The latest, whatever became of it. */
    @Transactional
    Optional<Rebuild> latest() {
        return session.createSelectionQuery(
                        "from Rebuild r order by r.requestedAt desc, r.id desc", Rebuild.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Its problems, the first ones first. */
    @Transactional
    List<RebuildProblem> problems(UUID id, int most) {
        return session.createNativeQuery(PROBLEMS, Object[].class)
                .setParameter("id", id)
                .setMaxResults(most)
                .setTupleTransformer(
                        (row, _) ->
                                new RebuildProblem(
                                        (String) row[0],
                                        (Integer) row[1],
                                        (Long) row[2],
                                        (String) row[3],
                                        (String) row[4]))
                .getResultList();
    }

    /** The rebuild that this process is to work on now: nobody else holds it. */
    @Transactional
    Optional<UUID> takeUp() {
        return NativeQueries.values(session, TAKE_UP, UUID.class)
                .setParameter("holder", holder)
                .setParameter("lease", interval(config.lease()))
                .getResultStream()
                .findFirst();
    }

    /** Lets others go on at once. */
    @Transactional
    void letGo(UUID id) {
        session.createNativeMutationQuery(LET_GO)
                .setParameter("id", id)
                .setParameter("holder", holder)
                .executeUpdate();
    }

    /**
     * Makes sure that it is still this process's, until the transaction ends.
     *
     * @throws NotOursException when it is not
     */
    @Transactional(TxType.MANDATORY)
    void hold(UUID id) {
        int held =
                session.createNativeMutationQuery(HOLD)
                        .setParameter("id", id)
                        .setParameter("holder", holder)
                        .setParameter("lease", interval(config.lease()))
                        .executeUpdate();
        if (held == 0) {
            throw new NotOursException();
        }
    }

    /** Starts over from these places in the log. */
    @Transactional(TxType.MANDATORY)
    void begin(UUID id, Map<TopicPartition, Long> positions) {
        session.createNativeMutationQuery("delete from edition_rebuild_problem where rebuild = :id")
                .setParameter("id", id)
                .executeUpdate();
        session.createNativeMutationQuery(BEGIN)
                .setParameter("id", id)
                .setParameter("positions", Offsets.write(positions))
                .executeUpdate();
    }

    /** Notes that records up to these places have been dealt with. */
    @Transactional(TxType.MANDATORY)
    void advance(UUID id, Map<TopicPartition, Long> positions, int events) {
        session.createNativeMutationQuery(ADVANCE)
                .setParameter("id", id)
                .setParameter("positions", Offsets.write(positions))
                .setParameter("events", events)
                .executeUpdate();
    }

    /** Notes where the log ends now. */
    @Transactional
    void ends(UUID id, Map<TopicPartition, Long> ends) {
        session.createNativeMutationQuery(
                        "update edition_rebuild set ends = cast(:ends as jsonb) where id = :id")
                .setParameter("id", id)
                .setParameter("ends", Offsets.write(ends))
                .executeUpdate();
    }

    /** Notes that articles up to this one have been compared. */
    @Transactional(TxType.MANDATORY)
    void compared(UUID id, UUID last, int renewed) {
        session.createNativeMutationQuery(
                        """
                        update edition_rebuild set compared = :last, renewed = renewed + :renewed
                        where id = :id
                        """)
                .setParameter("id", id)
                .setParameter("last", last)
                .setParameter("renewed", renewed)
                .executeUpdate();
    }

    /** Notes a record that can't be applied. */
    @Transactional(TxType.MANDATORY)
    void problem(UUID id, LogRecord record, String reason) {
        problem(
                id,
                new RebuildProblem(
                        record.topic(), record.partition(), record.offset(), record.key(), reason));
    }

    /** Notes a problem. */
    @Transactional(TxType.MANDATORY)
    void problem(UUID id, RebuildProblem it) {
        int noted =
                session.createNativeMutationQuery(PROBLEM)
                        .setParameter("id", id)
                        .setParameter("topic", it.topic(), String.class)
                        .setParameter("partition", it.partition(), Integer.class)
                        .setParameter("offset", it.offset(), Long.class)
                        .setParameter("key", it.key(), String.class)
                        .setParameter("reason", it.reason())
                        .executeUpdate();
        session.createNativeMutationQuery(
                        "update edition_rebuild set problems = problems + :noted where id = :id")
                .setParameter("id", id)
                .setParameter("noted", noted)
                .executeUpdate();
    }

    /** Says why it does not get on. */
    @Transactional
    void obstacle(UUID id, String what) {
        session.createNativeMutationQuery(
                        "update edition_rebuild set obstacle = :what where id = :id")
                .setParameter("id", id)
                .setParameter("what", what)
                .executeUpdate();
    }

    /** Gives it up, for a reason that trying again would not change. */
    @Transactional(TxType.MANDATORY)
    void fail(UUID id, String reason) {
        problem(id, new RebuildProblem(null, null, null, null, reason));
        session.createNativeMutationQuery(
                        """
                        update edition_rebuild
                        set state = 'FAILED', finished_at = now(), obstacle = null where id = :id
                        """)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** The new edition is in its place. */
    @Transactional(TxType.MANDATORY)
    void finish(UUID id, SwitchCounts counts) {
        session.createNativeMutationQuery(
                        """
                        update edition_rebuild set state = 'FINISHED', finished_at = now(),
                            obstacle = null, articles = :articles, renewed = renewed + :renewed,
                            missed = :missed, changed = :changed, unknown = :unknown,
                            removed = :removed, announced = :announced
                        where id = :id
                        """)
                .setParameter("id", id)
                .setParameter("articles", counts.articles())
                .setParameter("renewed", counts.renewed())
                .setParameter("missed", counts.missed())
                .setParameter("changed", counts.changed())
                .setParameter("unknown", counts.unknown())
                .setParameter("removed", counts.removed())
                .setParameter("announced", counts.announced())
                .executeUpdate();
    }

    /** A rebuild as it is now. */
    @Transactional
    Rebuild get(UUID id) {
        session.clear(); // rows are written by statements that the session does not see
        return session.find(Rebuild.class, id);
    }

    private static String interval(Duration duration) {
        return duration.toMillis() + " milliseconds";
    }
}
