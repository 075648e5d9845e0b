package galley.editorial.webhook;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import galley.editorial.article.ArticleChanged;
import galley.events.Publication;
import galley.events.Workflow;
import galley.kit.http.FetchException;
import galley.kit.http.Fetched;
import galley.kit.http.PostRequest;
import galley.kit.http.SafeHttp;
import galley.kit.webhook.WebhookSignature;
import galley.operations.staff.Staff;

/** Tells a webhook something, once. */
@ApplicationScoped
class Sending {
    private final SafeHttp http;
    private final Payloads payloads;
    private final Staff staff;
    private final Clock clock;

    Sending(SafeHttp http, Payloads payloads, Staff staff, Clock clock) {
        this.http = http;
        this.payloads = payloads;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * Tells what is due.
     *
     * @throws FetchException.CalledOff when the process ends
     */
    Outcome send(DueSend due) throws FetchException.CalledOff {
        ArticleChanged change = due.change();
        String name = staff.names(List.of(change.actor())).get(change.actor());
        byte[] body = payloads.of(due.template(), change, name);
        Map<String, String> headers =
                due.template() == Template.JSON
                        ? WebhookSignature.headers(
                                List.of(due.secret()), due.id().toString(), clock.instant(), body)
                        : Map.of();
        try {
            return outcome(
                    http.post(
                            new PostRequest(
                                    URI.create(due.url()), "application/json", body, headers)));
        } catch (FetchException.TooLarge e) {
            return Outcome.answered(200, Duration.ZERO); // only then a body is read
        } catch (FetchException.CalledOff e) {
            throw e;
        } catch (FetchException e) {
            return Outcome.silent(e.getMessage());
        }
    }

    /** Tells something made up. */
    Outcome test(Webhook hook) {
        UUID id = UUID.randomUUID();
        ArticleChanged madeUp =
                new ArticleChanged(
                        id,
                        1,
                        "test",
                        Workflow.DRAFT,
                        Publication.UNPUBLISHED,
                        "A test of " + hook.name,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "service:editorial",
                        clock.instant());
        try {
            return send(
                    new DueSend(
                            id,
                            hook.id,
                            hook.url,
                            hook.template,
                            hook.secret,
                            madeUp,
                            clock.instant(),
                            0));
        } catch (FetchException.CalledOff e) {
            return Outcome.silent("The service ends.");
        }
    }

    private static Outcome outcome(Fetched answer) {
        return Outcome.answered(answer.status(), answer.retryAfter());
    }
}
