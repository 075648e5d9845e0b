package galley.publish.hub;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import galley.kit.http.FetchException;
import galley.kit.http.FetchRequest;
import galley.kit.http.Fetched;
import galley.kit.http.SafeHttp;
import galley.publish.announcement.AnnouncementLog;
import galley.publish.hub.HubRequest.Mode;

/** Asks subscribers whether they meant what was asked for in their name (WebSub, section 5.3). */
@ApplicationScoped
class Verification {
    private static final Logger LOG = Logger.getLogger(Verification.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CHALLENGE_BYTES = 24;

    /** A subscriber that can't be reached is asked again this often. */
    private static final int MOST_TRIES = 3;

    private final Requests requests;
    private final Subscriptions subscriptions;
    private final Topics topics;
    private final AnnouncementLog log;
    private final SafeHttp http;
    private final HubConfig config;

    Verification(
            Requests requests,
            Subscriptions subscriptions,
            Topics topics,
            AnnouncementLog log,
            SafeHttp http,
            HubConfig config) {
        this.requests = requests;
        this.subscriptions = subscriptions;
        this.topics = topics;
        this.log = log;
        this.http = http;
        this.config = config;
    }

    /**
     * Asks, and does what was asked for if the answer is right.
     *
     * @throws FetchException.CalledOff when the process ends
     */
    void verify(DueRequest due) throws FetchException.CalledOff {
        HubRequest request = due.request();
        log.giveAllPositions();
        long position = log.head().last(); // before the feed, which is then no older
        Optional<FeedContent> feed =
                request.mode() == Mode.SUBSCRIBE ? topics.read(request.topic()) : Optional.empty();
        try {
            if (request.mode() == Mode.UNSUBSCRIBE) {
                if (isMeant(request)) {
                    subscriptions.remove(due);
                    return;
                }
            } else if (feed.isEmpty()) {
                deny(request);
            } else if (isMeant(request)) {
                subscriptions.add(due, position, feed.get().hash());
                return;
            }
            requests.end(due);
        } catch (FetchException.CalledOff e) {
            throw e;
        } catch (FetchException e) {
            LOG.debugf("%s could not be asked: %s", request.callback(), e.getMessage());
            tryAgain(due);
        }
    }

    private void tryAgain(DueRequest due) {
        if (due.attempts() + 1 < MOST_TRIES) {
            Duration pause = config.retryPause().multipliedBy(1L << due.attempts());
            requests.later(due, pause);
        } else {
            requests.end(due);
        }
    }

    /** Whoever answers must be whom the callback names: a redirect could lead to anybody. */
    private boolean isMeant(HubRequest request) throws FetchException {
        Map<String, String> question = new LinkedHashMap<>();
        question.put("hub.mode", request.mode().name().toLowerCase(Locale.ROOT));
        question.put("hub.topic", request.topic());
        String challenge = challenge();
        question.put("hub.challenge", challenge);
        if (request.mode() == Mode.SUBSCRIBE) {
            question.put("hub.lease_seconds", Long.toString(request.lease().toSeconds()));
        }
        URI address = address(request.callback(), question);
        Fetched answer = ask(address);
        return answer.status() / 100 == 2
                && answer.address().equals(address)
                && Arrays.equals(answer.body(), challenge.getBytes(StandardCharsets.US_ASCII));
    }

    private void deny(HubRequest request) throws FetchException {
        Map<String, String> notice = new LinkedHashMap<>();
        notice.put("hub.mode", "denied");
        notice.put("hub.topic", request.topic());
        notice.put("hub.reason", "There is no such feed here.");
        ask(address(request.callback(), notice));
    }

    private Fetched ask(URI address) throws FetchException {
        return http.get(new FetchRequest(address, "*/*", null, null));
    }

    private static URI address(URI callback, Map<String, String> parameters) {
        String query =
                parameters.entrySet().stream()
                        .map(it -> it.getKey() + "=" + encoded(it.getValue()))
                        .collect(Collectors.joining("&"));
        return URI.create(callback + (callback.getRawQuery() == null ? "?" : "&") + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String challenge() {
        byte[] bytes = new byte[CHALLENGE_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
