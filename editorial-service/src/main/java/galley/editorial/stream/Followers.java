package galley.editorial.stream;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;

/**
 * Those that follow the change log and make something of it, so that a change itself writes nothing
 * for them. Each is one for all processes, and goes on where the last of its transactions was
 * committed.
 */
@ApplicationScoped
public class Followers {
    private static final String NEXT =
            """
            with held as (
                select position from change_follower where name = :name for update skip locked
            ), ahead as (
                select max(position) as position from (
                    select position from change_log
                    where position > (select position from held) order by position limit :most)
                    as batch
            )
            update change_follower f set position = ahead.position from held, ahead
            where f.name = :name and ahead.position is not null
            returning held.position as before, ahead.position as last
            """;

    private final Session database;
    private final ChangeLog log;

    Followers(Session database, ChangeLog log) {
        this.database = database;
        this.log = log;
    }

    /**
     * Changes that a follower is to take in the caller's transaction.
     *
     * @param after the position after which they begin
     * @param last the position of the last one
     */
    public record Stretch(long after, long last) {}

    /**
     * What a follower takes next; empty when there is nothing new, or another process is at it.
     *
     * @param name the follower's, as the table has it
     * @param most how many changes at most
     */
    @Transactional(TxType.MANDATORY)
    public Optional<Stretch> next(String name, int most) {
        log.giveAllPositions();
        return database.createNativeQuery(NEXT, Tuple.class)
                .setParameter("name", name)
                .setParameter("most", most)
                .getResultStream()
                .findFirst()
                .map(
                        row ->
                                new Stretch(
                                        row.get("before", Long.class),
                                        row.get("last", Long.class)));
    }
}
