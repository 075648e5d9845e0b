package galley.operations.staff;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** The people who were seen here, each under a pseudonym that says nothing. */
@ApplicationScoped
public class Staff {
    private static final String STAFF = "staff:";

    /** Saves a query at each request; short, as a person may be erased meanwhile. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    /** Whoever comes first, on whichever replica, gives the pseudonym. */
    private static final String ENROL =
            """
            insert into staff (id, subject, name, first_seen) values (?, ?, ?, now())
            on conflict (subject) do update set name = excluded.name
            returning id
            """;

    /** Somebody who is named before they were ever here. */
    private static final String NAMED =
            """
            insert into staff (id, subject, first_seen) values (?, ?, now())
            on conflict (subject) do update set subject = excluded.subject
            returning id
            """;

    private static final String FIND = "select id from staff where subject = ?";

    private static final String NAMES =
            "select id, name from staff where id = any(?) and name is not null";

    private static final String SUBJECTS =
            "select id, subject from staff where id = any(?) and subject is not null";

    private final AgroalDataSource dataSource;
    private final Cache<Identity, UUID> pseudonyms =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(10_000).build();

    Staff(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * The person as history, letters and events name them, by a pseudonym that is given at the
     * first call. In a transaction of its own: the pseudonym stays even if what the person asks for
     * is refused.
     *
     * @param subject the token's {@code sub}
     * @param name how the person is called now; may be null
     * @return {@code staff:<pseudonym>}
     */
    public String actor(String subject, String name) {
        return STAFF
                + pseudonyms.get(
                        new Identity(subject, name),
                        who -> QuarkusTransaction.requiringNew().call(() -> enrol(who)));
    }

    /**
     * A person whom somebody else names, whether or not they were ever here. Who is known is looked
     * up on the caller's own connection: many who each hold one must not wait for another.
     *
     * @param subject the {@code sub} that the person's tokens have
     * @return {@code staff:<pseudonym>}
     */
    public String actor(String subject) {
        return find(subject)
                .orElseGet(
                        () -> STAFF + QuarkusTransaction.requiringNew().call(() -> named(subject)));
    }

    /** A person as everything but the table of people names them: {@code staff:<pseudonym>}. */
    public static String actorOf(UUID pseudonym) {
        return STAFF + pseudonym;
    }

    /** The pseudonym in what {@link #actorOf} gives. */
    public static UUID pseudonymOf(String actor) {
        return UUID.fromString(actor.substring(STAFF.length()));
    }

    /**
     * Forgets who has a pseudonym, once they are erased and that is committed: if they come back
     * here, they get another one. Other replicas know them for a minute more.
     */
    public void forget(UUID pseudonym) {
        pseudonyms.asMap().values().removeIf(pseudonym::equals);
    }

    /** The person with this subject, as {@link #actor} names them, if they are known. */
    public Optional<String> find(String subject) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(FIND)) {
            query.setString(1, subject);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(STAFF + row.getObject("id", UUID.class))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A person could not be looked up", e);
        }
    }

    /** The present names of those among the actors who are people and known, by actor. */
    public Map<String, String> names(Collection<String> actors) {
        return ofPeople(actors, NAMES);
    }

    /** The subjects of those among the actors who are people and not erased, by actor. */
    public Map<String, String> subjects(Collection<String> actors) {
        return ofPeople(actors, SUBJECTS);
    }

    /** What a query knows of those among the actors who are people: its second column. */
    private Map<String, String> ofPeople(Collection<String> actors, String known) {
        List<UUID> people =
                actors.stream()
                        .filter(actor -> actor.startsWith(STAFF))
                        .map(Staff::pseudonymOf)
                        .distinct()
                        .toList();
        if (people.isEmpty()) {
            return Map.of();
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(known)) {
            Array ids = connection.createArrayOf("uuid", people.toArray());
            query.setArray(1, ids);
            Map<String, String> byActor = new HashMap<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    byActor.put(STAFF + rows.getObject(1, UUID.class), rows.getString(2));
                }
            }
            return byActor;
        } catch (SQLException e) {
            throw new IllegalStateException("The staff could not be read", e);
        }
    }

    private UUID enrol(Identity who) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(ENROL)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, who.subject());
            insert.setString(3, who.name());
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getObject("id", UUID.class);
            }
        }
    }

    private UUID named(String subject) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(NAMED)) {
            query.setObject(1, UUID.randomUUID());
            query.setString(2, subject);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getObject("id", UUID.class);
            }
        }
    }

    private record Identity(String subject, String name) {}
}
