package galley.editorial.person;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;

import galley.editorial.staff.Actor;
import galley.kit.paging.Cursor;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;
import galley.kit.sql.NativeQueries;
import galley.operations.staff.Staff;

/** The people of the staff, those who were erased among them. */
@ApplicationScoped
public class People {
    private static final Cursor START = new Cursor(Instant.EPOCH, new UUID(0, 0));

    private static final String PAGE =
            """
            select id, name, first_seen from staff
            where (first_seen, id) > (:time, :id) order by first_seen, id
            """;

    private static final String LOCK =
            "select subject is null from staff where id = :id for update";

    private static final String UNNAME =
            "update staff set subject = null, name = null where id = :id";

    private static final String RECORD =
            "insert into staff_erasure (at, actor, staff) values (:now, :by, :id)";

    /** What is only theirs, and where they worked from. */
    private static final List<String> FORGET =
            List.of(
                    "update history set address = null where actor = :actor and address is not"
                            + " null",
                    "delete from autosave where owner = :actor",
                    "delete from notification where recipient = :actor",
                    "delete from article_lock where holder = :actor",
                    "delete from saved_search where owner = :actor");

    private final Session database;
    private final Staff staff;
    private final Clock clock;

    People(Session database, Staff staff, Clock clock) {
        this.database = database;
        this.staff = staff;
        this.clock = clock;
    }

    /** A page of them, in the order in which they came. */
    @Transactional
    public Page<PersonView> page(PageRequest request) {
        Cursor after = request.after() == null ? START : request.after();
        List<PersonView> rows =
                database.createNativeQuery(PAGE, Tuple.class)
                        .setParameter("time", after.time())
                        .setParameter("id", after.id())
                        .setMaxResults(request.rowsToRead())
                        .getResultStream()
                        .map(
                                row ->
                                        new PersonView(
                                                row.get(0, UUID.class),
                                                row.get(1, String.class),
                                                row.get(2, Instant.class)))
                        .toList();
        return Page.of(
                rows, request, it -> new Cursor(it.firstSeen(), it.id()), Function.identity());
    }

    /**
     * Erases a person: who they are, and what is only theirs. What they did stays, under their
     * pseudonym. Erasing once more removes what was kept since.
     *
     * @param by whoever decided it
     * @throws Problem 404
     */
    public void erase(UUID id, Actor by) {
        QuarkusTransaction.requiringNew().run(() -> eraseIn(id, by));
        staff.forget(id); // not sooner: until the commit the person is still known
    }

    private void eraseIn(UUID id, Actor by) {
        boolean erased =
                NativeQueries.values(database, LOCK, Boolean.class)
                        .setParameter("id", id)
                        .getResultStream()
                        .findFirst()
                        .orElseThrow(People::notFound);
        if (!erased) {
            database.createNativeMutationQuery(UNNAME).setParameter("id", id).executeUpdate();
            database.createNativeMutationQuery(RECORD)
                    .setParameter("now", clock.instant())
                    .setParameter("by", by.id())
                    .setParameter("id", id)
                    .executeUpdate();
        }
        for (String statement : FORGET) {
            database.createNativeMutationQuery(statement)
                    .setParameter("actor", Staff.actorOf(id))
                    .executeUpdate();
        }
    }

    /** 404: nobody has the pseudonym that was asked for. */
    static Problem notFound() {
        return Problems.notFound("There is nobody with this id.");
    }
}
