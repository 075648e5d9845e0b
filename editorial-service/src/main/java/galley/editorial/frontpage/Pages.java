package galley.editorial.frontpage;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import galley.editorial.staff.Caller;
import galley.events.Decision;
import galley.events.PageArranged;
import galley.events.Topics;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;
import galley.messaging.Lane;
import galley.messaging.Outbox;
import galley.messaging.OutgoingEvent;

/** The pages as they are now, and the one way to change them. */
@ApplicationScoped
class Pages implements PanacheRepositoryBase<StoredPage, String> {
    private static final Comparator<StoredPage> IN_ORDER =
            Comparator.<StoredPage>comparingInt(page -> page.section.order())
                    .thenComparing(page -> page.section.title())
                    .thenComparing(page -> page.key);

    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    Pages(Outbox outbox, ObjectMapper json, Clock clock) {
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    /** The name of a section's page. */
    static String ofSection(String key) {
        return PageArranged.SECTIONS + key;
    }

    /**
     * The page.
     *
     * @throws Problem 404
     */
    StoredPage get(String page) {
        return find(page).orElseThrow(() -> Problems.notFound("There is no such section."));
    }

    /** The page, if there is one. */
    Optional<StoredPage> find(String page) {
        return findByIdOptional(page).filter(StoredPage::exists);
    }

    /** The pages of all sections, in the sections' order. */
    List<StoredPage> sections() {
        return list("section is not null").stream().sorted(IN_ORDER).toList();
    }

    /**
     * Lets one change happen at a time, until the transaction's end: no two sections get the same
     * name, and no two people begin the same section. Call it before anything is read.
     */
    @Transactional(TxType.MANDATORY)
    void lock() {
        findById(PageArranged.FRONT, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Makes a page what is wanted, notes who did, and tells it; what changes nothing is no change.
     * The caller holds the {@link #lock()}.
     */
    @Transactional(TxType.MANDATORY)
    StoredPage change(String key, PageState after, Caller caller) {
        StoredPage page = findByIdOptional(key).orElseGet(() -> new StoredPage(key));
        PageState before = page.state();
        if (after.equals(before)) {
            return page;
        }
        page.section = after.section();
        page.arrangement = after.arrangement();
        page.revision++;
        persistAndFlush(page); // the row below refers to it
        Instant now = clock.instant();
        remember(page, before, now, caller);
        tell(page, now, caller);
        return page;
    }

    private void remember(StoredPage page, PageState before, Instant now, Caller caller) {
        PageChange change = new PageChange();
        change.page = page.key;
        change.revision = page.revision;
        change.at = now;
        change.actor = caller.actor().id();
        change.before = before;
        change.after = page.state();
        getEntityManager().persist(change);
    }

    private void tell(StoredPage page, Instant now, Caller caller) {
        var event =
                new PageArranged(
                        page.key,
                        page.revision,
                        !page.exists(),
                        page.section,
                        page.arrangement,
                        new Decision(now, caller.actor().id(), null));
        outbox.append(
                new OutgoingEvent(
                        Lane.LIVE,
                        Topics.FRONT_PAGE,
                        page.key,
                        PageArranged.TYPE,
                        page.revision,
                        bytes(event)));
    }

    private byte[] bytes(PageArranged event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A page that can't be written as JSON", e);
        }
    }
}
