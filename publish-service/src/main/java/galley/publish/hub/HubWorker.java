package galley.publish.hub;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Shutdown;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.jboss.logging.Logger;

import galley.kit.http.FetchException;
import galley.kit.work.BoundedThreads;
import galley.publish.announcement.AnnouncementLog;

/**
 * Does what the hub owes its subscribers, any number of replicas side by side. Who is slow or does
 * not answer has threads apart from the rest, and so delays nobody else.
 */
@ApplicationScoped
class HubWorker {
    private static final Logger LOG = Logger.getLogger(HubWorker.class);

    private final AnnouncementLog log;
    private final Requests requests;
    private final Subscriptions subscriptions;
    private final Verification verification;
    private final Topics topics;
    private final Delivery delivery;
    private final BoundedThreads questions;
    private final BoundedThreads promptOnes;
    private final BoundedThreads slowOnes;

    HubWorker(
            AnnouncementLog log,
            Requests requests,
            Subscriptions subscriptions,
            Verification verification,
            Topics topics,
            Delivery delivery,
            HubConfig config) {
        this.log = log;
        this.requests = requests;
        this.subscriptions = subscriptions;
        this.verification = verification;
        this.topics = topics;
        this.delivery = delivery;
        this.questions = new BoundedThreads(config.maxDeliveries() / 2);
        this.promptOnes = new BoundedThreads(config.maxDeliveries());
        this.slowOnes = new BoundedThreads(config.maxDeliveries() / 2);
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void lookForChanges() {
        whileTheDatabaseIsThere(
                () -> {
                    log.giveAllPositions();
                    subscriptions.want(log.head().last());
                    return false;
                });
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void ask() {
        whileTheDatabaseIsThere(
                () -> {
                    List<DueRequest> due =
                            questions.isStopped()
                                    ? List.of()
                                    : requests.beginDue(placesFor(questions));
                    due.forEach(it -> questions.run(() -> ask(it)));
                    return !due.isEmpty();
                });
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sendToPromptOnes() {
        whileTheDatabaseIsThere(() -> sendSome(true, promptOnes));
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sendToSlowOnes() {
        whileTheDatabaseIsThere(() -> sendSome(false, slowOnes));
    }

    @Scheduled(every = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void removeExpired() {
        whileTheDatabaseIsThere(
                () -> {
                    subscriptions.removeExpired();
                    return false;
                });
    }

    /** What is cut off here is done again when its lease ends. */
    @Shutdown
    void stop() {
        questions.stop();
        promptOnes.stop();
        slowOnes.stop();
    }

    private boolean sendSome(boolean prompt, BoundedThreads threads) {
        List<DueDelivery> due =
                threads.isStopped()
                        ? List.of()
                        : subscriptions.beginDue(prompt, placesFor(threads));
        // read after that: what is sent is then no older than what is wanted
        Map<String, Optional<FeedContent>> feeds = new ConcurrentHashMap<>();
        due.forEach(it -> threads.run(() -> send(it, feeds)));
        return !due.isEmpty();
    }

    /** At least one, which then waits for its place. */
    private static int placesFor(BoundedThreads threads) {
        return Math.max(1, threads.free());
    }

    private void send(DueDelivery due, Map<String, Optional<FeedContent>> feeds) {
        try {
            Optional<FeedContent> feed = feeds.computeIfAbsent(due.topic(), topics::read);
            if (feed.isEmpty() || feed.get().hash().equals(due.content())) {
                subscriptions.unchanged(due);
            } else {
                delivery.send(due, feed.get());
            }
        } catch (FetchException.CalledOff e) {
            LOG.debugf("Sending to %s was called off", due.callback());
        } catch (RuntimeException e) {
            LOG.warnf(e, "%s is sent its feed later", due.callback());
        }
    }

    private void ask(DueRequest due) {
        try {
            verification.verify(due);
        } catch (FetchException.CalledOff e) {
            LOG.debugf("Asking %s was called off", due.request().callback());
        } catch (RuntimeException e) {
            LOG.warnf(e, "%s is asked again later", due.request().callback());
        }
    }

    /** Does something as long as there is more of it. */
    private static void whileTheDatabaseIsThere(Some work) {
        try {
            while (work.isMoreLikely()) {
                // the next ones
            }
        } catch (RuntimeException e) {
            // requests and readiness say that the database is away
            LOG.debugf(e, "Subscribers wait");
        }
    }

    private interface Some {
        boolean isMoreLikely();
    }
}
