package galley.publish.subscription;

import java.net.URI;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import galley.kit.http.FetchException;
import galley.kit.http.SafeHttp;
import galley.kit.json.Errors;
import galley.kit.json.MergePatch;
import galley.kit.json.StrictJson;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;
import galley.publish.access.Caller;
import galley.publish.product.ProductReader;

/** Reads settings of subscriptions as they are sent. */
@ApplicationScoped
class SettingsReader {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_URL = 2_000;

    private final SafeHttp http;
    private final Caller caller;
    private final boolean insideIsAllowed;

    SettingsReader(
            SafeHttp http,
            Caller caller,
            @ConfigProperty(name = "galley.fetch.allow-private-addresses")
                    boolean insideIsAllowed) {
        this.http = http;
        this.caller = caller;
        this.insideIsAllowed = insideIsAllowed;
    }

    /**
     * Reads a new subscription's.
     *
     * @throws Problem 400, 403, or 422 that names each error
     */
    SubscriptionSettings read(byte[] body) {
        Errors errors = new Errors();
        SubscriptionSettings sent =
                StrictJson.bind(StrictJson.read(body), SubscriptionSettings.class);
        return checked(sent, State.ACTIVE, errors);
    }

    /**
     * Reads a change of settings, a JSON merge patch (RFC 7396).
     *
     * @throws Problem 400, 403, or 422 that names each error
     */
    SubscriptionSettings read(byte[] patch, SubscriptionSettings present) {
        JsonNode changed = MergePatch.apply(StrictJson.treeOf(present), StrictJson.read(patch));
        SubscriptionSettings sent = StrictJson.bind(changed, SubscriptionSettings.class);
        Errors errors = new Errors();
        if (sent.isForCache() != present.isForCache()) {
            // who had articles is told of their withdrawal, and a cache would not be
            errors.add(
                    "events",
                    "A subscriber does not become a cache, nor a cache a subscriber: make another"
                            + " subscription.");
        }
        return checked(sent, present.state(), errors);
    }

    private SubscriptionSettings checked(SubscriptionSettings sent, State present, Errors errors) {
        checkCache(sent, errors);
        URI url = url(sent.url(), errors);
        SubscriptionSettings checked =
                new SubscriptionSettings(
                        name(sent.name(), url, errors),
                        url == null ? null : url.toString(),
                        ProductReader.read(sent.product(), errors),
                        events(sent.events(), errors),
                        sent.state() == null ? State.ACTIVE : sent.state());
        if (checked.state() == State.DISABLED && present != State.DISABLED) {
            errors.add("state", "It is set to active or paused.");
        }
        errors.throwIfAny();
        return checked;
    }

    /** It is told where withdrawn articles stood, which nobody else is to know. */
    private void checkCache(SubscriptionSettings sent, Errors errors) {
        if (!sent.isForCache()) {
            return;
        }
        if (!caller.isAdmin()) {
            throw Problems.forbidden(
                    "admins-only",
                    "For admins only",
                    "Caches are an admin's: %s tells where withdrawn articles stood."
                            .formatted(EventType.PURGE.wireName()));
        }
        if (sent.product() != null) {
            errors.add("product", "A cache has no product: it is told of every article.");
        }
    }

    private static String name(String sent, URI url, Errors errors) {
        if (sent == null || sent.isBlank()) {
            return url == null ? null : url.getHost();
        }
        if (sent.length() > LONGEST_NAME) {
            errors.add("name", "A name has at most %d characters.".formatted(LONGEST_NAME));
        }
        return sent.strip();
    }

    private static List<String> events(List<String> sent, Errors errors) {
        if (sent == null) {
            return null;
        }
        List<String> events = sent.stream().distinct().toList();
        boolean areOfArticles = !events.isEmpty() && EventType.OF_ARTICLES.containsAll(events);
        if (!areOfArticles && !events.equals(List.of(EventType.PURGE.wireName()))) {
            errors.add(
                    "events",
                    "They are some of %s, or null for all of these; or %s alone, for a cache."
                            .formatted(
                                    String.join(", ", EventType.OF_ARTICLES),
                                    EventType.PURGE.wireName()));
        }
        return events;
    }

    private URI url(String sent, Errors errors) {
        if (sent == null || sent.isBlank() || sent.length() > LONGEST_URL) {
            errors.add("url", "It is an https address.");
            return null;
        }
        try {
            URI url = http.check(sent);
            if (url.getScheme().equals("https") || insideIsAllowed) {
                return url;
            }
            errors.add("url", "Events are sent to https addresses only.");
        } catch (FetchException.RefusedAddress e) {
            errors.add("url", e.getMessage());
        }
        return null;
    }
}
