package galley.editorial.webhook;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
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

/** All webhooks. */
@ApplicationScoped
class Webhooks implements PanacheRepositoryBase<Webhook, UUID> {
    private static final TimeBasedEpochRandomGenerator IDS =
            Generators.timeBasedEpochRandomGenerator();

    private final SettingsReader reader;
    private final Clock clock;

    Webhooks(SettingsReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * Makes one.
     *
     * @throws Problem 400 or 422
     */
    @Transactional
    Webhook add(byte[] body) {
        Webhook hook = new Webhook();
        hook.id = IDS.generate();
        hook.revision = 1;
        hook.secret = WebhookSignature.newSecret();
        hook.createdAt = clock.instant();
        hook.nextAt = hook.createdAt;
        hook.set(reader.read(body), hook.createdAt);
        persist(hook);
        return hook;
    }

    /** A page of them, the oldest first. */
    @Transactional
    Page<WebhookView> page(PageRequest request) {
        Cursor after = request.after();
        List<Webhook> rows =
                (after == null
                                ? find("order by createdAt, id")
                                : find(
                                        "createdAt > ?1 or createdAt = ?1 and id > ?2"
                                                + " order by createdAt, id",
                                        after.time(),
                                        after.id()))
                        .page(0, request.rowsToRead())
                        .list();
        Page<Webhook> page =
                Page.of(rows, request, it -> new Cursor(it.createdAt, it.id), Function.identity());
        return new Page<>(
                page.items().stream().map(it -> WebhookView.of(it, false)).toList(), page.next());
    }

    /**
     * One of them.
     *
     * @throws Problem 404
     */
    @Transactional
    Webhook get(UUID id) {
        return findByIdOptional(id).orElseThrow(Webhooks::notFound);
    }

    /**
     * Changes its settings.
     *
     * @throws Problem 404, 428, 412, 400 or 422, in this order
     */
    @Transactional
    Webhook change(UUID id, String ifMatch, byte[] patch) {
        Webhook hook = lock(id, ifMatch);
        WebhookSettings present = hook.settings();
        WebhookSettings wanted = reader.read(patch, present);
        if (!wanted.equals(present)) {
            hook.set(wanted, clock.instant());
            hook.revision++;
        }
        return hook;
    }

    /**
     * Removes it, and what it was still to be told.
     *
     * @throws Problem 404, 428 or 412, in this order
     */
    @Transactional
    void remove(UUID id, String ifMatch) {
        delete(lock(id, ifMatch));
    }

    private Webhook lock(UUID id, String ifMatch) {
        Webhook hook =
                findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                        .orElseThrow(Webhooks::notFound);
        ETag.of(hook.revision).requireMatch(ifMatch);
        return hook;
    }

    private static Problem notFound() {
        return Problems.notFound("There is no webhook with this id.");
    }
}
