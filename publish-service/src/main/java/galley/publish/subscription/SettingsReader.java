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
import galley.publish.product.ProductReader;

/** Reads settings of subscriptions as they are sent. */
@ApplicationScoped
class SettingsReader {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_URL = 2_000;

    private final SafeHttp http;
    private final boolean insideIsAllowed;

    SettingsReader(
            SafeHttp http,
            @ConfigProperty(name = "galley.fetch.allow-private-addresses")
                    boolean insideIsAllowed) {
        this.http = http;
        this.insideIsAllowed = insideIsAllowed;
    }

    /**
     * Reads a new subscription's.
     *
     * @throws Problem 400, or 422 that names each error
     */
    SubscriptionSettings read(byte[] body) {
        return checked(
                StrictJson.bind(StrictJson.read(body), SubscriptionSettings.class), State.ACTIVE);
    }

    /**
     * Reads a change of settings, a JSON merge patch (RFC 7396).
     *
     * @throws Problem 400, or 422 that names each error
     */
    SubscriptionSettings read(byte[] patch, SubscriptionSettings present) {
        JsonNode changed = MergePatch.apply(StrictJson.treeOf(present), StrictJson.read(patch));
        return checked(StrictJson.bind(changed, SubscriptionSettings.class), present.state());
    }

    private SubscriptionSettings checked(SubscriptionSettings sent, State present) {
        Errors errors = new Errors();
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
        if (sent.isEmpty() || !EventType.NAMES.containsAll(sent)) {
            errors.add(
                    "events",
                    "They are some of %s, or null for all."
                            .formatted(String.join(", ", EventType.NAMES)));
        }
        return sent.stream().distinct().toList();
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
