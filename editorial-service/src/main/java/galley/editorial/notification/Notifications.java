package galley.editorial.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import galley.editorial.mention.Mentions;
import galley.kit.paging.Cursor;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;
import galley.operations.staff.Staff;

/** What everybody should know of. */
@ApplicationScoped
public class Notifications implements PanacheRepositoryBase<Notification, UUID> {
    private static final TimeBasedEpochRandomGenerator IDS =
            Generators.timeBasedEpochRandomGenerator();

    /** Everything is before it. */
    private static final Cursor NEWEST =
            new Cursor(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));

    private final Staff staff;
    private final Clock clock;
    private final Event<Told> tellings;

    Notifications(Staff staff, Clock clock, Event<Told> tellings) {
        this.staff = staff;
        this.tellings = tellings;
        this.clock = clock;
    }

    /**
     * Lets somebody know of a comment, in the transaction that writes it. Nobody is told of their
     * own, and nobody twice of the same one.
     *
     * @param recipient a pseudonym
     */
    @Transactional(TxType.MANDATORY)
    public void tell(String recipient, Kind kind, Occasion occasion) {
        boolean knows =
                recipient.equals(occasion.by())
                        || count(
                                        "commentId = ?1 and recipient = ?2",
                                        occasion.commentId(),
                                        recipient)
                                > 0;
        if (knows) {
            return;
        }
        Notification told = of(recipient, kind, occasion.at(), occasion.articleId());
        told.commentId = occasion.commentId();
        told.text = occasion.text();
        tell(told);
    }

    /**
     * Lets somebody know of an article that begins to match their saved search, in the transaction
     * that notices it.
     *
     * @param recipient a pseudonym
     * @param name the search's
     */
    @Transactional(TxType.MANDATORY)
    public void tellOfMatch(String recipient, UUID articleId, UUID searchId, String name) {
        Notification told = of(recipient, Kind.MATCH, clock.instant(), articleId);
        told.searchId = searchId;
        told.text = name;
        tell(told);
    }

    private void tell(Notification told) {
        persist(told);
        tellings.fire(new Told(told.id, told.recipient, told.articleId));
    }

    private static Notification of(String recipient, Kind kind, Instant at, UUID articleId) {
        Notification told = new Notification();
        told.id = IDS.generate();
        told.recipient = recipient;
        told.at = at;
        told.kind = kind;
        told.articleId = articleId;
        return told;
    }

    /** A comment says something else now. */
    @Transactional(TxType.MANDATORY)
    public void reword(UUID commentId, String text) {
        update("text = ?1 where commentId = ?2", text, commentId);
    }

    /** A comment was taken back. */
    @Transactional(TxType.MANDATORY)
    public void forget(UUID commentId) {
        delete("commentId", commentId);
    }

    /** A page of what somebody should know of, the latest first. */
    @Transactional
    public Page<NotificationView> page(String recipient, boolean unread, PageRequest request) {
        Cursor before = request.after() == null ? NEWEST : request.after();
        List<Notification> rows =
                find(
                                "recipient = ?1 and (at < ?2 or at = ?2 and id < ?3)"
                                        + (unread ? " and readAt is null" : "")
                                        + " order by at desc, id desc",
                                recipient,
                                before.time(),
                                before.id())
                        .page(0, request.rowsToRead())
                        .list();
        Page<Notification> page =
                Page.of(rows, request, it -> new Cursor(it.at, it.id), Function.identity());
        return new Page<>(views(page.items()), page.next());
    }

    /**
     * Somebody has read what they were told.
     *
     * @throws Problem 404, also for what others were told
     */
    @Transactional
    public NotificationView read(UUID id, String recipient) {
        Notification told =
                find("id = ?1 and recipient = ?2", id, recipient)
                        .firstResultOptional()
                        .orElseThrow(
                                () -> Problems.notFound("You have no notification with this id."));
        if (told.readAt == null) {
            told.readAt = clock.instant();
        }
        return views(List.of(told)).getFirst();
    }

    /** Somebody has read all that they were told. */
    @Transactional
    public void readAll(String recipient) {
        update("readAt = ?1 where recipient = ?2 and readAt is null", clock.instant(), recipient);
    }

    /** Notifications as they are now, whosever they are; what was taken back is missing. */
    @Transactional
    public Map<UUID, NotificationView> byId(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : views(list("id in ?1", ids)).stream()
                        .collect(Collectors.toMap(NotificationView::id, Function.identity()));
    }

    private List<NotificationView> views(List<Notification> rows) {
        Map<String, String> names =
                staff.names(rows.stream().flatMap(it -> Mentions.in(it.text).stream()).toList());
        return rows.stream()
                .map(it -> NotificationView.of(it, Mentions.show(it.text, names)))
                .toList();
    }
}
