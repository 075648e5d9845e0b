package galley.ingest.run;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import galley.ingest.clock.DatabaseClock;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Reading;
import galley.ingest.intake.Counts;
import galley.ingest.intake.Intake;
import galley.ingest.source.Source;
import galley.ingest.source.Sources;
import galley.ingest.websub.HubLinks;
import galley.ingest.websub.Subscriptions;
import galley.kit.http.Fetched;
import galley.messaging.Lane;

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
    private final Subscriptions subscriptions;
    private final DatabaseClock clock;

    RunStore(
            Runs runs,
            Sources sources,
            Intake intake,
            Subscriptions subscriptions,
            DatabaseClock clock) {
        this.subscriptions = subscriptions;
        this.runs = runs;
        this.sources = sources;
        this.intake = intake;
        this.clock = clock;
    }

    /** Stores what was read of a document, with the validators that the document came with. */
    @Transactional
    void store(Started started, RawDocument document, Reading reading, Fetched fetched) {
        end(
                started,
                (source, run) -> {
                    subscriptions.found(
                            source,
                            source.wantsWebSub()
                                    ? HubLinks.in(fetched, document)
                                    : Optional.empty());
                    // After what broke off, or with other settings, the whole must come again.
                    if (reading.whole() && source.revision() == started.sourceRevision()) {
                        source.fetched(
                                fetched.header("ETag").orElse(null),
                                fetched.header("Last-Modified").orElse(null));
                    }
                    succeed(
                            started,
                            source,
                            run,
                            fetched,
                            intake.take(source, document, reading, clock.now(), Lane.LIVE));
                });
    }

    /**
     * Stores what was read of one of a run's files.
     *
     * @throws galley.kit.problem.Problem when the run was taken for dead, or its source removed;
     *     the file stays then
     */
    @Transactional
    Counts storeFile(Started started, RawDocument document, Reading reading) {
        return intake.take(held(started), document, reading, clock.now(), Lane.LIVE);
    }

    /** Keeps one of a run's files of which nothing could be read; see {@link #storeFile}. */
    @Transactional
    Counts keepFile(Started started, RawDocument document, String reason) {
        return intake.keepUnreadable(held(started), document, reason, clock.now());
    }

    private Source held(Started started) {
        var source = sources.hold(started.source());
        if (runs.hold(started.run()).isEmpty() || source.isDeleted()) {
            throw FetchFailure.LOST.problem("The run was taken for dead.");
        }
        return source;
    }

    /** Ends a run of several files. */
    @Transactional
    void storeFiles(Started started, Counts counts) {
        end(
                started,
                (source, run) -> {
                    source.succeeded(counts.added() + counts.updated() > 0, clock.now());
                    run.finish(counts, clock.now());
                });
    }

    /** Ends a run to which the source had nothing new to say. */
    @Transactional
    void storeNothing(Started started, Fetched fetched) {
        end(started, (source, run) -> succeed(started, source, run, fetched, Counts.NONE));
    }

    /** Stores a document of which nothing could be read. */
    @Transactional
    void storeUnreadable(Started started, RawDocument document, String reason) {
        end(
                started,
                (source, run) -> {
                    var now = clock.now();
                    source.failed(reason, Duration.ZERO, now);
                    run.finish(intake.keepUnreadable(source, document, reason, now), now);
                });
    }

    /**
     * Ends a run that brought nothing.
     *
     * @param wished how long the source's server wants to be left alone at least
     */
    @Transactional
    void fail(Started started, FetchFailure why, String detail, Duration wished) {
        end(
                started,
                (source, run) -> {
                    var now = clock.now();
                    source.failed(detail, wished, now);
                    run.fail(why, detail, now);
                });
    }

    private void end(Started started, BiConsumer<Source, Run> how) {
        // The source first, as everywhere, so that no two wait for each other.
        var source = sources.hold(started.source());
        var run = runs.hold(started.run());
        if (run.isEmpty()) {
            LOG.warnf("Run %s was taken for dead", started.run());
        } else if (source.isDeleted()) {
            run.get().fail(FetchFailure.REMOVED, "It was removed during the fetch.", clock.now());
        } else {
            how.accept(source, run.get());
        }
    }

    private void succeed(Started started, Source source, Run run, Fetched fetched, Counts counts) {
        source.succeeded(counts.added() + counts.updated() > 0, clock.now());
        if (fetched.movedTo() != null && source.url().equals(started.target().address())) {
            source.movedTo(fetched.movedTo());
        }
        run.finish(counts, clock.now());
    }
}
