package galley.publish.hub;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import galley.kit.http.FetchException;
import galley.kit.http.Fetched;
import galley.kit.http.PostRequest;
import galley.kit.http.SafeHttp;
import galley.publish.site.Addresses;

/** Sends a subscriber its feed (WebSub, section 7). */
@ApplicationScoped
class Delivery {
    private static final Logger LOG = Logger.getLogger(Delivery.class);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Subscriptions subscriptions;
    private final SafeHttp http;
    private final Addresses addresses;
    private final HubConfig config;
    private final Clock clock;

    Delivery(
            Subscriptions subscriptions,
            SafeHttp http,
            Addresses addresses,
            HubConfig config,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.http = http;
        this.addresses = addresses;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Sends the feed, once.
     *
     * @throws FetchException.CalledOff when the process ends
     */
    void send(DueDelivery due, FeedContent feed) throws FetchException.CalledOff {
        Instant start = clock.instant();
        try {
            Fetched answer =
                    http.post(
                            new PostRequest(
                                    due.callback(), feed.type(), feed.body(), headers(due, feed)));
            if (answer.status() / 100 == 2) {
                delivered(due, feed, start);
            } else if (answer.status() == 410) {
                subscriptions.gone(due);
            } else {
                LOG.debugf("%s answers %d", due.callback(), answer.status());
                subscriptions.failed(due, pause(due.failures(), answer.retryAfter()));
            }
        } catch (FetchException.TooLarge e) {
            delivered(due, feed, start); // only of a success the body is read
        } catch (FetchException.CalledOff e) {
            throw e;
        } catch (FetchException e) {
            LOG.debugf("%s could not be reached: %s", due.callback(), e.getMessage());
            subscriptions.failed(due, pause(due.failures(), Duration.ZERO));
        }
    }

    private void delivered(DueDelivery due, FeedContent feed, Instant start) {
        boolean prompt = clock.instant().isBefore(start.plus(SOON));
        subscriptions.delivered(due, feed.hash(), prompt);
    }

    private Map<String, String> headers(DueDelivery due, FeedContent feed) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(
                "Link",
                "<%s>; rel=\"hub\", <%s>; rel=\"self\""
                        .formatted(addresses.absolute("/hub"), due.topic()));
        if (due.secret() != null) {
            headers.put("X-Hub-Signature", HubSignature.of(due.secret(), feed.body()));
        }
        return headers;
    }

    /**
     * Twice as long each time, by a random part shorter, so that not all come back at once; what
     * the other side wishes counts as far as that goes.
     */
    private Duration pause(int failures, Duration wish) {
        Duration longest = config.longestPause();
        Duration doubled = config.retryPause().multipliedBy(1L << Math.min(failures, 20));
        long most = Math.min(doubled.toMillis(), longest.toMillis());
        long pause = most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1);
        return Duration.ofMillis(Math.max(pause, Math.min(wish.toMillis(), longest.toMillis())));
    }
}
