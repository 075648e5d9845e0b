package galley.publish.subscription.delivery;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import galley.kit.http.FetchException;
import galley.kit.http.Fetched;
import galley.kit.http.PostRequest;
import galley.kit.http.SafeHttp;
import galley.kit.webhook.WebhookSignature;

/** Sends an event to a subscriber, once. Its address is looked up and checked anew each time. */
@ApplicationScoped
class Sending {
    private final SafeHttp http;
    private final Clock clock;

    Sending(SafeHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /**
     * Sends signed JSON.
     *
     * @param secrets that sign, the newest first
     * @param id the same at every try
     * @throws FetchException.CalledOff when the process ends
     */
    Outcome send(String url, List<String> secrets, String id, byte[] body)
            throws FetchException.CalledOff {
        var headers = WebhookSignature.headers(secrets, id, clock.instant(), body);
        try {
            return outcome(
                    http.post(new PostRequest(URI.create(url), "application/json", body, headers)));
        } catch (FetchException.TooLarge e) {
            return Outcome.answered(200, Duration.ZERO); // only then a body is read
        } catch (FetchException.CalledOff e) {
            throw e;
        } catch (FetchException e) {
            return Outcome.silent(e.getMessage());
        }
    }

    private static Outcome outcome(Fetched answer) {
        return Outcome.answered(answer.status(), answer.retryAfter());
    }
}
