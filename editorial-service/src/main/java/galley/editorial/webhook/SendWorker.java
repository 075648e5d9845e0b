package galley.editorial.webhook;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Shutdown;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import galley.kit.http.FetchException;
import galley.kit.work.BoundedThreads;

/**
 * Tells webhooks what is due, any number of replicas side by side: each at most one thing a second,
 * which is what chat tools take.
 */
@ApplicationScoped
class SendWorker {
    private static final Logger LOG = Logger.getLogger(SendWorker.class);

    private final Sends sends;
    private final Sending sending;
    private final BoundedThreads threads;

    SendWorker(Sends sends, Sending sending, WebhookConfig config) {
        this.sends = sends;
        this.sending = sending;
        this.threads = new BoundedThreads(config.maxSends());
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        try {
            while (sends.follow()) {
                // the next ones
            }
            int places = threads.free();
            if (places > 0) {
                sends.beginDue(places).forEach(due -> threads.run(() -> run(due)));
            }
        } catch (RuntimeException e) {
            // requests and readiness say that the database is away
            LOG.debugf(e, "Webhooks wait");
        }
    }

    /** What is cut off here is done again when its lease ends. */
    @Shutdown
    void stop() {
        threads.stop();
    }

    private void run(DueSend due) {
        try {
            sends.end(due, sending.send(due));
        } catch (FetchException.CalledOff e) {
            LOG.debugf("Telling webhook %s was called off", due.webhook());
        } catch (RuntimeException e) {
            LOG.warnf(e, "Webhook %s is told again later", due.webhook());
        }
    }
}
