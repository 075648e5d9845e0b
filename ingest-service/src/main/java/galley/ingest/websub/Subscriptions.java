package galley.ingest.websub;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import galley.ingest.clock.DatabaseClock;
import galley.ingest.secret.Secrets;
import galley.ingest.source.Source;
import galley.ingest.source.Sources;
import galley.kit.sql.NativeQueries;

/** All subscriptions with hubs, one for a source at most. */
@ApplicationScoped
public class Subscriptions implements PanacheRepositoryBase<Subscription, UUID> {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String DUE =
            """
            select subscription.source_id from websub_subscription subscription
                join source on source.id = subscription.source_id
            where next_try_at <= clock_timestamp()
                or (subscription.state <> 'ENDING'
                    and not (source.websub and source.deleted_at is null))
            order by next_try_at limit :max
            for update of subscription skip locked
            """;

    private final WebSubConfig config;
    private final Sources sources;
    private final Secrets secrets;
    private final DatabaseClock clock;

    Subscriptions(WebSubConfig config, Sources sources, Secrets secrets, DatabaseClock clock) {
        this.sources = sources;
        this.config = config;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Notes what a source's document says of its hub, in the transaction that stores it and holds
     * the source: a subscription begins, moves or ends accordingly.
     */
    @Transactional(TxType.MANDATORY)
    public void found(Source source, Optional<Hub> hub) {
        boolean can = config.callbackBase().isPresent() && secrets.canSeal();
        var wanted = hub.filter(_ -> source.wantsWebSub() && can);
        var present = findById(source.id());
        if (present != null && wanted.filter(present::isAt).isEmpty()) {
            present.end(clock.now());
        } else if (present == null && wanted.isPresent()) {
            persist(
                    new Subscription(
                            source.id(),
                            wanted.get(),
                            random(24),
                            secrets.seal(random(32), source.id().toString()),
                            clock.now()));
        }
    }

    /** The subscription with this callback. */
    Optional<Subscription> withToken(String token) {
        return find("token", token).firstResultOptional();
    }

    /** Holds the subscription with this callback. */
    @Transactional(TxType.MANDATORY)
    Optional<Subscription> hold(String token) {
        return find("token", token).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** Begins what is due: to subscribe, to renew, to end; each is tried again later if need be. */
    @Transactional
    List<Subscription> beginDue(int max) {
        List<UUID> due =
                NativeQueries.values(getSession(), DUE, UUID.class).setParameter("max", max).list();
        var begun = new ArrayList<Subscription>();
        for (var id : due) {
            var subscription = findById(id);
            if (subscription.isWanted() && !sources.findById(id).wantsWebSub()) {
                subscription.end(clock.now());
            }
            subscription.asked(clock.now());
            begun.add(subscription);
        }
        return begun;
    }

    /** What a hub answered to a request, if it was no success. */
    @Transactional
    void failed(UUID source, String why) {
        findByIdOptional(source, LockModeType.PESSIMISTIC_WRITE).ifPresent(it -> it.failed(why));
    }

    /** One that was to end has ended, or the hub is not heard of any more. */
    @Transactional
    void forget(UUID source) {
        findByIdOptional(source, LockModeType.PESSIMISTIC_WRITE)
                .filter(it -> !it.isWanted())
                .ifPresent(this::delete);
    }

    private static String random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
