package galley.ingest.run;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import org.jboss.logging.Logger;

import galley.ingest.format.Formats;
import galley.ingest.format.RawDocument;
import galley.ingest.format.UnreadableDocumentException;
import galley.kit.http.FetchException;
import galley.kit.http.FetchRequest;
import galley.kit.http.Fetched;
import galley.kit.http.SafeHttp;

/** Does runs: fetches the source's document and stores what it brings. */
@ApplicationScoped
class Fetching {
    private static final Logger LOG = Logger.getLogger(Fetching.class);
    private static final String ACCEPT =
            "application/rss+xml, application/atom+xml, application/feed+json,"
                    + " application/json;q=0.9, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1";

    private final SafeHttp http;
    private final Formats formats;
    private final Runs runs;
    private final RunStore store;
    private final MeterRegistry metrics;

    Fetching(SafeHttp http, Formats formats, Runs runs, RunStore store, MeterRegistry metrics) {
        this.http = http;
        this.formats = formats;
        this.runs = runs;
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
            runs.fail(started, FetchFailure.of(e), e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            LOG.errorf(e, "Source %s: the run failed", started.source());
            runs.fail(started, FetchFailure.INTERNAL, "Something failed here.");
        } finally {
            timer.stop(metrics.timer("galley.fetch", "outcome", outcome));
        }
    }

    private String fetch(Started started) throws FetchException {
        var fetched =
                http.get(
                        new FetchRequest(
                                started.url(), ACCEPT, started.etag(), started.lastModified()));
        return switch (fetched.status()) {
            case 200 -> {
                var type = fetched.header("Content-Type").orElse(null);
                var document = new RawDocument(fetched.body(), type, fetched.address());
                yield read(started, fetched, document);
            }
            case 304 -> {
                if (started.etag() == null && started.lastModified() == null) {
                    yield fail(started, fetched); // nothing is not what is here already
                }
                store.storeNothing(started);
                yield "not-modified";
            }
            default -> fail(started, fetched);
        };
    }

    /** Reads before anything is held in the database, for a reading may take its time. */
    private String read(Started started, Fetched fetched, RawDocument document) {
        try {
            var reading = formats.read(document);
            store.store(started, document, reading, etag(fetched), lastModified(fetched));
            return "read";
        } catch (UnreadableDocumentException e) {
            store.storeUnreadable(started, document, e.getMessage());
            return "unreadable";
        }
    }

    private String fail(Started started, Fetched fetched) {
        var answer = "The source's server answers " + fetched.status() + ".";
        runs.fail(started, FetchFailure.STATUS, answer);
        return "failed";
    }

    private static String etag(Fetched fetched) {
        return fetched.header("ETag").orElse(null);
    }

    private static String lastModified(Fetched fetched) {
        return fetched.header("Last-Modified").orElse(null);
    }
}
