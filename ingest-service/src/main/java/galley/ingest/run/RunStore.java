package galley.ingest.run;

import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.micrometer.core.instrument.MeterRegistry;
import org.jboss.logging.Logger;

import galley.ingest.clock.DatabaseClock;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Reading;
import galley.ingest.intake.Counts;
import galley.ingest.intake.Intake;
import galley.ingest.source.Source;
import galley.ingest.source.Sources;

/**
 * Stores what a run has brought: items, events, quarantine, the source's validators and the run's
 * counts in one transaction. A run that was taken for dead meanwhile stores nothing.
 */
@ApplicationScoped
class RunStore {
    private static final Logger LOG = Logger.getLogger(RunStore.class);

    private final Runs runs;
    private final Sources sources;
    private final Intake intake;
    private final DatabaseClock clock;
    private final MeterRegistry metrics;

    RunStore(
            Runs runs, Sources sources, Intake intake, DatabaseClock clock, MeterRegistry metrics) {
        this.runs = runs;
        this.sources = sources;
        this.intake = intake;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Stores what was read of a document, with the validators that the document came with. */
    @Transactional
    void store(
            Started started,
            RawDocument document,
            Reading reading,
            String etag,
            String lastModified) {
        finish(
                started,
                source -> {
                    // After what broke off, or with other settings, the whole must come again.
                    if (reading.whole() && source.revision() == started.sourceRevision()) {
                        source.fetched(etag, lastModified);
                    }
                    return intake.take(source, document, reading, clock.now());
                });
    }

    /** Stores a document of which nothing could be read. */
    @Transactional
    void storeUnreadable(Started started, RawDocument document, String reason) {
        finish(started, source -> intake.keepUnreadable(source, document, reason, clock.now()));
    }

    /** Ends a run to which the source had nothing new to say. */
    @Transactional
    void storeNothing(Started started) {
        finish(started, source -> Counts.NONE);
    }

    private void finish(Started started, Function<Source, Counts> store) {
        // The source first, as everywhere, so that no two wait for each other.
        var source = sources.hold(started.source());
        var run = runs.hold(started.run());
        if (run.isEmpty()) {
            LOG.warnf("Run %s was taken for dead", started.run());
        } else if (source.isDeleted()) {
            run.get().fail(FetchFailure.REMOVED, "It was removed during the fetch.", clock.now());
        } else {
            var counts = store.apply(source);
            run.get().finish(counts, clock.now());
            count(counts);
        }
    }

    private void count(Counts counts) {
        metrics.counter("galley.items", "outcome", "new").increment(counts.added());
        metrics.counter("galley.items", "outcome", "updated").increment(counts.updated());
        metrics.counter("galley.items", "outcome", "unchanged").increment(counts.unchanged());
        metrics.counter("galley.items", "outcome", "quarantined").increment(counts.quarantined());
    }
}
