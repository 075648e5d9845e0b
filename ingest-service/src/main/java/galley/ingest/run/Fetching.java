package galley.ingest.run;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import org.jboss.logging.Logger;

import galley.ingest.folder.FolderAddress;
import galley.ingest.secret.SealedException;
import galley.kit.http.FetchException;

/** Does runs: fetches the source's document and stores what it brings. */
@ApplicationScoped
class Fetching {
    private static final Logger LOG = Logger.getLogger(Fetching.class);

    private final SourceReader reader;
    private final Targets targets;
    private final FolderFetching folders;
    private final RunStore store;
    private final MeterRegistry metrics;

    Fetching(
            SourceReader reader,
            Targets targets,
            FolderFetching folders,
            RunStore store,
            MeterRegistry metrics) {
        this.folders = folders;
        this.targets = targets;
        this.reader = reader;
        this.store = store;
        this.metrics = metrics;
    }

    /**
     * Does a run; whatever happens, its row tells. One that is called off, because this process
     * ends, stays under way: others take it over when its lease ends.
     */
    @WithSpan("fetch source")
    void run(Started started) {
        var timer = Timer.start(metrics);
        var outcome = "failed";
        try {
            outcome = fetch(started);
        } catch (FetchException.CalledOff e) {
            LOG.infof("Source %s: %s", started.source(), e.getMessage());
        } catch (FetchException e) {
            LOG.infof("Source %s: %s", started.source(), e.getMessage());
            store.fail(started, FetchFailure.of(e), e.getMessage(), Duration.ZERO);
        } catch (SealedException e) {
            LOG.warnf("Source %s: its credentials can't be opened: %s", started.source(), e);
            store.fail(started, FetchFailure.CREDENTIALS, e.getMessage(), Duration.ZERO);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.errorf(e, "Source %s: the run failed", started.source());
            store.fail(started, FetchFailure.INTERNAL, "Something failed here.", Duration.ZERO);
        } finally {
            timer.stop(metrics.timer("galley.fetch", "outcome", outcome));
        }
    }

    /** Reads before anything is held in the database, for a reading may take its time. */
    private String fetch(Started started) throws FetchException, SealedException {
        if (FolderAddress.isMeant(started.target().address().toString())) {
            return folders.fetch(started);
        }
        return switch (reader.look(targets.open(started))) {
            case Seen.Document it -> {
                store.store(started, it.document(), it.reading(), it.answer());
                yield "read";
            }
            case Seen.Nothing it -> {
                store.storeNothing(started, it.answer());
                yield "not-modified";
            }
            case Seen.Unreadable it -> {
                store.storeUnreadable(started, it.document(), it.reason());
                yield "unreadable";
            }
            case Seen.Refusal it -> {
                var wished = it.answer().retryAfter();
                store.fail(started, FetchFailure.STATUS, it.sentence(), wished);
                yield "failed";
            }
        };
    }
}
