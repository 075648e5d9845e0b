package galley.ingest.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.micrometer.core.instrument.MeterRegistry;
import org.jboss.logging.Logger;

import galley.ingest.clock.DatabaseClock;
import galley.ingest.format.Formats;
import galley.ingest.format.RawDocument;
import galley.ingest.format.UnreadableDocumentException;
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
    private final Formats formats;
    private final Intake intake;
    private final DatabaseClock clock;
    private final MeterRegistry metrics;

    RunStore(
            Runs runs,
            Sources sources,
            Formats formats,
            Intake intake,
            DatabaseClock clock,
            MeterRegistry metrics) {
        this.runs = runs;
        this.sources = sources;
        this.formats = formats;
        this.intake = intake;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Stores a document that came, with the validators that it came with. */
    @Transactional
    void store(Started started, RawDocument document, String etag, String lastModified) {
        // The source first, as everywhere, so that no two wait for each other.
        var source = sources.lock(started.source());
        runs.hold(started.run())
                .ifPresentOrElse(
                        run -> {
                            var counts = take(started, source, document, etag, lastModified);
                            run.finish(counts, clock.now());
                            count(counts);
                        },
                        () -> LOG.warnf("Run %s was taken for dead", started.run()));
    }

    /** Ends a run to which the source had nothing new to say. */
    @Transactional
    void storeNothing(Started started) {
        runs.hold(started.run()).ifPresent(run -> run.finish(Counts.NONE, clock.now()));
    }

    private Counts take(
            Started started, Source source, RawDocument document, String etag, String modified) {
        var now = clock.now();
        try {
            var reading = formats.read(document);
            // After a document that broke off, or with other settings, the whole must come again.
            if (reading.whole() && source.revision() == started.sourceRevision()) {
                source.fetched(etag, modified);
            }
            return intake.take(source, document, reading, now);
        } catch (UnreadableDocumentException e) {
            return intake.keepUnreadable(source, document, e.getMessage(), now);
        }
    }

    private void count(Counts counts) {
        metrics.counter("galley.items", "outcome", "new").increment(counts.added());
        metrics.counter("galley.items", "outcome", "updated").increment(counts.updated());
        metrics.counter("galley.items", "outcome", "unchanged").increment(counts.unchanged());
        metrics.counter("galley.items", "outcome", "quarantined").increment(counts.quarantined());
    }
}
