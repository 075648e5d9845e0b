package galley.ingest.run;

import java.net.URI;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import org.jboss.logging.Logger;

import galley.ingest.format.Formats;
import galley.ingest.format.RawDocument;
import galley.ingest.format.UnreadableDocumentException;
import galley.ingest.page.FeedLinks;
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
    private final Formats formats;
    private final RunStore store;
    private final MeterRegistry metrics;

    Fetching(SafeHttp http, Formats formats, RunStore store, MeterRegistry metrics) {
        this.http = http;
        this.formats = formats;
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
        } catch (RuntimeException | StackOverflowError e) {
            LOG.errorf(e, "Source %s: the run failed", started.source());
            store.fail(started, FetchFailure.INTERNAL, "Something failed here.", Duration.ZERO);
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
            case 200 -> read(started, fetched, document(fetched));
            case 304 -> {
                if (started.etag() == null && started.lastModified() == null) {
                    yield fail(started, fetched); // nothing is not what is here already
                }
                store.storeNothing(started, fetched);
                yield "not-modified";
            }
            default -> fail(started, fetched);
        };
    }

    /** Reads before anything is held in the database, for a reading may take its time. */
    private String read(Started started, Fetched fetched, RawDocument document)
            throws FetchException.CalledOff {
        try {
            var reading = formats.read(document, started.format());
            store.store(started, document, reading, fetched);
            return "read";
        } catch (UnreadableDocumentException e) {
            if (started.format().equals(Formats.AUTO) && readFeedOf(started, document)) {
                return "discovered";
            }
            store.storeUnreadable(started, document, e.getMessage());
            return "unreadable";
        }
    }

    /** Reads the first feed of a web page that can be read; the source leads there from now on. */
    private boolean readFeedOf(Started started, RawDocument page) throws FetchException.CalledOff {
        for (URI feed : FeedLinks.in(page)) {
            try {
                var fetched = http.get(new FetchRequest(feed, ACCEPT, null, null));
                var document = document(fetched); // of a status but 200 there is none
                var reading = formats.read(document, Formats.AUTO);
                store.store(started, document, reading, fetched.movedTo(feed));
                return true;
            } catch (FetchException.CalledOff e) {
                throw e;
            } catch (FetchException | UnreadableDocumentException e) {
                LOG.debugf(e, "Source %s: %s is no feed", started.source(), feed);
            }
        }
        return false;
    }

    private static RawDocument document(Fetched fetched) {
        var type = fetched.header("Content-Type").orElse(null);
        return new RawDocument(fetched.body(), type, fetched.address());
    }

    private String fail(Started started, Fetched fetched) {
        var answer = "The source's server answers " + fetched.status() + ".";
        store.fail(started, FetchFailure.STATUS, answer, fetched.retryAfter());
        return "failed";
    }
}
