package galley.editorial.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** The people who were seen here, each under a pseudonym that says nothing. */
@ApplicationScoped
public class Staff implements PanacheRepositoryBase<StaffMember, UUID> {
    /** Saves a query at each request; short, as a person may be erased meanwhile. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final Clock clock;
    private final Cache<Identity, UUID> pseudonyms =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(10_000).build();

    Staff(Clock clock) {
        this.clock = clock;
    }

    /**
     * The person's pseudonym, given at the first call. In a transaction of its own: the pseudonym
     * stays even if what the person asks for is refused.
     *
     * @param subject the token's {@code sub}
     * @param name how the person is called now
     */
    public Actor actor(String subject, String name) {
        return Actor.staff(
                pseudonyms.get(
                        new Identity(subject, name),
                        who -> QuarkusTransaction.requiringNew().call(() -> enrol(who))));
    }

    /** The present names of those among the actors who are people and known, by actor. */
    public Map<String, String> names(Collection<String> actors) {
        List<UUID> people =
                actors.stream().distinct().map(Actor::new).flatMap(Actor::pseudonym).toList();
        return stream("id in ?1 and name is not null", people)
                .collect(Collectors.toMap(person -> Actor.staff(person.id).id(), p -> p.name));
    }

    /** Whoever comes first, on whichever replica, gives the pseudonym. */
    private UUID enrol(Identity who) {
        return (UUID)
                getEntityManager()
                        .createNativeQuery(
                                """
                                insert into staff (id, subject, name, first_seen)
                                values (:id, :subject, :name, :now)
                                on conflict (subject) do update set name = excluded.name
                                returning id
                                """,
                                UUID.class)
                        .setParameter("id", UUID.randomUUID())
                        .setParameter("subject", who.subject())
                        .setParameter("name", who.name())
                        .setParameter("now", clock.instant())
                        .getSingleResult();
    }

    private record Identity(String subject, String name) {}
}
