package galley.ingest.bulk;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Shutdown;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

/** Works on imports as long as there are any, any number of replicas side by side. */
@ApplicationScoped
class ImportWorker {
    private static final Logger LOG = Logger.getLogger(ImportWorker.class);

    /** How often an entry is tried by itself that makes its batch fail. */
    private static final int TRIES = 3;

    private final ImportBatches batches;
    private final boolean enabled;
    private volatile boolean stopping;
    private int alone;
    private int failures;

    ImportWorker(ImportBatches batches, ImportConfig config) {
        this.batches = batches;
        this.enabled = config.enabled();
    }

    /** Works until there is nothing to do, or something is in the way. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() throws InterruptedException {
        var pause = Optional.of(Duration.ZERO);
        while (enabled && !stopping && pause.isPresent()) {
            Thread.sleep(pause.get());
            pause = step();
        }
    }

    /** What is cut off here is done again by whoever goes on. */
    @Shutdown
    void stop() {
        stopping = true;
    }

    private Optional<Duration> step() {
        try {
            var pause = batches.next(alone > 0 ? 1 : ImportBatches.ENTRIES);
            alone = Math.max(0, alone - 1);
            failures = 0;
            return pause;
        } catch (RuntimeException e) {
            return stopping ? Optional.empty() : afterFailure(e);
        }
    }

    /** One by one, the entries that are not at fault come in all the same. */
    private Optional<Duration> afterFailure(RuntimeException failure) {
        boolean wasAlone = alone > 0;
        alone = ImportBatches.ENTRIES;
        if (!wasAlone) {
            LOG.warnf("A batch of an import failed; its entries go one by one: %s", failure);
            return Optional.of(Duration.ZERO);
        }
        failures++;
        if (failures < TRIES) {
            return Optional.empty(); // until the next tick: the database may be away
        }
        return setAside(failure);
    }

    /** What the first cause says, without the statements around it. */
    private static String inShort(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var sentence = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return sentence.substring(0, Math.min(sentence.length(), 300));
    }

    private Optional<Duration> setAside(RuntimeException failure) {
        try {
            batches.setAside("It can't be stored: " + inShort(failure));
            LOG.error("An entry of an import was set aside", failure);
            failures = 0;
            return Optional.of(Duration.ZERO);
        } catch (RuntimeException e) {
            if (failures == TRIES) { // said once, however long it lasts
                LOG.warnf("Imports wait until they can go on: %s", e);
            }
            return Optional.empty();
        }
    }
}
