package galley.editorial.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A webhook as administrators see it.
 *
 * @param url only whose server it is: the rest is a secret
 * @param desks whose articles it tells of; null for all articles
 * @param failures how often it failed in a row lately
 * @param failingSince null while it works
 * @param problem what the last failure was; null while it works
 * @param disabledReason why nothing is told any more; null while something is
 * @param leftOut how much it was never told because too much waited, since it was enabled
 * @param secret with which what is sent as {@code json} is signed; only in the answer that makes
 *     the webhook, else null
 */
record WebhookView(
        UUID id,
        String name,
        String url,
        List<String> desks,
        List<String> steps,
        Template template,
        boolean enabled,
        Instant createdAt,
        int failures,
        Instant failingSince,
        String problem,
        Instant disabledAt,
        String disabledReason,
        long leftOut,
        String secret) {

    static WebhookView of(Webhook hook, boolean isNew) {
        return new WebhookView(
                hook.id,
                hook.name,
                masked(hook.url),
                hook.desks,
                hook.steps,
                hook.template,
                hook.disabledAt == null,
                hook.createdAt,
                hook.failures,
                hook.failingSince,
                hook.problem,
                hook.disabledAt,
                hook.disabledReason,
                hook.leftOut,
                isNew && hook.template == Template.JSON ? hook.secret : null);
    }

    private static String masked(String url) {
        URI address = URI.create(url);
        return "%s://%s/…".formatted(address.getScheme(), address.getRawAuthority());
    }
}
