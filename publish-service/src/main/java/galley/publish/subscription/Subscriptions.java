package galley.publish.subscription;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import galley.kit.etag.ETag;
import galley.kit.paging.Cursor;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;
import galley.kit.webhook.WebhookSignature;
import galley.publish.access.Caller;

/** All subscriptions; each caller sees and changes what is theirs. */
@ApplicationScoped
public class Subscriptions implements PanacheRepositoryBase<Subscription, UUID> {
    private static final TimeBasedEpochRandomGenerator IDS =
            Generators.timeBasedEpochRandomGenerator();

    private static final String LIST =
            """
            (?1 is null or owner = ?1) and (createdAt > ?2 or createdAt = ?2 and id > ?3)
            order by createdAt, id
            """;

    /** Before every subscription. */
    private static final Cursor START = new Cursor(Instant.EPOCH, new UUID(0, 0));

    private final SettingsReader reader;
    private final SubscriptionConfig config;
    private final Caller caller;
    private final Head head;
    private final Event<Renewed> renewed;
    private final Clock clock;

    Subscriptions(
            SettingsReader reader,
            SubscriptionConfig config,
            Caller caller,
            Head head,
            Event<Renewed> renewed,
            Clock clock) {
        this.reader = reader;
        this.config = config;
        this.caller = caller;
        this.head = head;
        this.renewed = renewed;
        this.clock = clock;
    }

    /**
     * Makes one of the caller's, which is sent what is published from now on.
     *
     * @throws Problem 400 or 422
     */
    @Transactional
    Subscription add(byte[] body) {
        SubscriptionSettings settings = reader.read(body);
        String owner = caller.owner();
        long from = head.hold();
        Subscription made = new Subscription();
        made.id = IDS.generate();
        made.revision = 1;
        made.owner = owner;
        made.secret = WebhookSignature.newSecret();
        made.createdAt = clock.instant();
        made.position = from;
        made.set(settings, from, made.createdAt);
        persist(made);
        return made;
    }

    /** A page of the caller's, the oldest first. */
    @Transactional
    Page<SubscriptionView> page(PageRequest request) {
        Cursor after = request.after() == null ? START : request.after();
        List<Subscription> rows =
                find(LIST, caller.ownerInSight(), after.time(), after.id())
                        .page(0, request.rowsToRead())
                        .list();
        Instant now = clock.instant();
        return Page.of(
                rows,
                request,
                it -> new Cursor(it.createdAt, it.id),
                it -> SubscriptionView.of(it, now));
    }

    /**
     * One of the caller's.
     *
     * @throws Problem 404
     */
    @Transactional
    public Subscription get(UUID id) {
        return theirs(findById(id));
    }

    /**
     * One of the caller's, which nobody else changes until the transaction ends.
     *
     * @throws Problem 404
     */
    @Transactional
    public Subscription lock(UUID id) {
        return theirs(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * Changes settings.
     *
     * @throws Problem 404, 428, 412, 400 or 422, in this order
     */
    @Transactional
    Subscription change(UUID id, String ifMatch, byte[] patch) {
        long last = head.hold();
        Subscription it = lock(id, ifMatch);
        SubscriptionSettings present = it.settings();
        SubscriptionSettings wanted = reader.read(patch, present);
        if (!wanted.equals(present)) {
            boolean resumed = wanted.state() == State.ACTIVE && it.state != State.ACTIVE;
            long from = resumed ? it.position : last;
            it.set(wanted, last, clock.instant());
            it.revision++;
            if (resumed || !wanted.url().equals(present.url())) {
                flush();
                renewed.fire(new Renewed(id, from, last));
            }
        }
        return it;
    }

    /**
     * Gives it another secret; the present one goes on signing for {@link
     * SubscriptionConfig#secretOverlap()}.
     *
     * @throws Problem 404
     */
    @Transactional
    Subscription rotate(UUID id) {
        Subscription it = lock(id);
        it.rotate(config.secretOverlap(), clock.instant());
        it.revision++;
        return it;
    }

    /**
     * Removes it, and what it was still to be sent.
     *
     * @throws Problem 404, 428 or 412, in this order
     */
    @Transactional
    void remove(UUID id, String ifMatch) {
        delete(lock(id, ifMatch));
    }

    private Subscription lock(UUID id, String ifMatch) {
        Subscription it = lock(id);
        ETag.of(it.revision).requireMatch(ifMatch);
        return it;
    }

    private Subscription theirs(Subscription it) {
        if (it == null || !caller.mayManage(it.owner)) {
            throw Problems.notFound("There is no such subscription.");
        }
        return it;
    }
}
