package galley.ingest.websub;

import java.util.LinkedHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Shutdown;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import galley.ingest.secret.SealedException;
import galley.ingest.secret.Secrets;
import galley.kit.http.FetchException;
import galley.kit.http.FetchException.RefusedAddress;
import galley.kit.http.FormRequest;
import galley.kit.http.SafeHttp;

/** Asks hubs to send, to go on sending, and to stop. */
@ApplicationScoped
class Subscriber {
    private static final Logger LOG = Logger.getLogger(Subscriber.class);
    private static final int AT_ONCE = 8;

    /** A hub that does not verify the end of a subscription lets its lease run out. */
    private static final int MOST_ENDINGS = 3;

    private final Subscriptions subscriptions;
    private final Secrets secrets;
    private final SafeHttp http;
    private final WebSubConfig config;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Subscriber(Subscriptions subscriptions, Secrets secrets, SafeHttp http, WebSubConfig config) {
        this.subscriptions = subscriptions;
        this.secrets = secrets;
        this.http = http;
        this.config = config;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        if (config.callbackBase().isEmpty() || threads.isShutdown()) {
            return;
        }
        try {
            subscriptions
                    .beginDue(AT_ONCE)
                    .forEach(subscription -> threads.execute(() -> ask(subscription)));
        } catch (RuntimeException e) {
            // the poller says that the database is away
            LOG.debugf(e, "Subscriptions wait");
        }
    }

    @Shutdown
    void stop() {
        threads.shutdownNow();
    }

    private void ask(Subscription subscription) {
        try {
            if (!subscription.isWanted() && subscription.tries > MOST_ENDINGS) {
                subscriptions.forget(subscription.sourceId);
                return;
            }
            var answer = http.post(request(subscription));
            if (answer.status() / 100 != 2) {
                subscriptions.failed(
                        subscription.sourceId, "The hub answers " + answer.status() + ".");
            }
        } catch (FetchException.CalledOff e) {
            LOG.debugf("The request to %s was called off", subscription.hub);
        } catch (FetchException | SealedException e) {
            subscriptions.failed(subscription.sourceId, e.getMessage());
        } catch (RuntimeException e) {
            LOG.warnf(e, "%s is asked again later", subscription.hub);
        }
    }

    private FormRequest request(Subscription subscription) throws RefusedAddress, SealedException {
        var form = new LinkedHashMap<String, String>();
        form.put("hub.mode", subscription.isWanted() ? "subscribe" : "unsubscribe");
        form.put("hub.topic", subscription.topic);
        form.put("hub.callback", callback(subscription));
        if (subscription.isWanted()) {
            form.put("hub.lease_seconds", Long.toString(config.lease().toSeconds()));
            form.put(
                    "hub.secret",
                    secrets.open(subscription.secret, subscription.sourceId.toString()));
        }
        return new FormRequest(http.check(subscription.hub), form);
    }

    private String callback(Subscription subscription) {
        var base = config.callbackBase().orElseThrow().toString();
        return (base.endsWith("/") ? base : base + "/") + "v1/websub/" + subscription.token;
    }
}
