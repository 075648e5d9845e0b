package galley.publish.subscription;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import galley.publish.product.Product;

/**
 * A subscription as its owner sees it.
 *
 * @param product which articles; null for all
 * @param events the types; null for all that carry articles
 * @param failures how often it failed in a row lately
 * @param failingSince null while it works
 * @param problem what the last failure was; null while it works
 * @param disabledReason why nothing is sent any more; null unless it is disabled
 * @param oldSecretUntil how long what is sent is also signed with the secret before; null when it
 *     is not
 * @param secret with which what is sent is signed; only in the answer that gives it out, else null
 */
record SubscriptionView(
        UUID id,
        String name,
        String url,
        Product product,
        List<String> events,
        State state,
        Instant createdAt,
        int failures,
        Instant failingSince,
        String problem,
        Instant disabledAt,
        String disabledReason,
        Instant oldSecretUntil,
        String secret) {

    static SubscriptionView of(Subscription it, Instant now) {
        return of(it, null, now);
    }

    static SubscriptionView withSecret(Subscription it, Instant now) {
        return of(it, it.secret, now);
    }

    private static SubscriptionView of(Subscription it, String secret, Instant now) {
        boolean overlaps = it.oldSecretUntil != null && now.isBefore(it.oldSecretUntil);
        return new SubscriptionView(
                it.id,
                it.name,
                it.url,
                it.product,
                it.events,
                it.state,
                it.createdAt,
                it.failures,
                it.failingSince,
                it.problem,
                it.disabledAt,
                it.disabledReason,
                overlaps ? it.oldSecretUntil : null,
                secret);
    }
}
