package galley.ingest.run;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import org.jboss.logging.Logger;

import galley.ingest.format.RawDocument;
import galley.kit.http.FetchException;
import galley.kit.http.FetchRequest;
import galley.kit.http.Fetched;
import galley.kit.http.SafeHttp;

/** Does runs: fetches the source's document and stores what it brings. */
@ApplicationScoped
class Fetching {
    private static final Logger LOG = Logger.getLogger(Fetching.class);
    private static final String ACCEPT =
            "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9,"
                    + " */*;q=0.1";

    private final SafeHttp http;
    private final Runs runs;
    private final RunStore store;
    private final MeterRegistry metrics;

    Fetching(SafeHttp http, Runs runs, RunStore store, MeterRegistry metrics) {
        this.http = http;
        this.runs = runs;
        this.store = store;
        this.metrics = metrics;
    }

    /** Does a run; whatever happens, its row tells. */
    @WithSpan("fetch source")
    void run(Started started) {
        var timer = Timer.start(metrics);
        var outcome = "failed";
        try {
            outcome = fetch(started);
        } catch (FetchException e) {
            LOG.infof("Source %s: %s", started.source(), e.getMessage());
            runs.fail(started, FetchFailure.of(e), e.getMessage());
        } catch (RuntimeException e) {
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
                store.store(started, document, etag(fetched), lastModified(fetched));
                yield "read";
            }
            case 304 -> {
                store.storeNothing(started);
                yield "not-modified";
            }
            default -> {
                var answer = "The source's server answers " + fetched.status() + ".";
                runs.fail(started, FetchFailure.STATUS, answer);
                yield "failed";
            }
        };
    }

    private static String etag(Fetched fetched) {
        return fetched.header("ETag").orElse(null);
    }

    private static String lastModified(Fetched fetched) {
        return fetched.header("Last-Modified").orElse(null);
    }
}
