package galley.ingest.run;

import java.net.URI;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import galley.ingest.format.Formats;
import galley.ingest.format.RawDocument;
import galley.ingest.format.UnreadableDocumentException;
import galley.ingest.page.FeedLinks;
import galley.kit.http.FetchException;
import galley.kit.http.FetchRequest;
import galley.kit.http.Fetched;
import galley.kit.http.SafeHttp;

/** Fetches and reads what sources' addresses lead to, and stores nothing. */
@ApplicationScoped
class SourceReader {
    private static final Logger LOG = Logger.getLogger(SourceReader.class);
    private static final String ACCEPT =
            "application/rss+xml, application/atom+xml, application/feed+json,"
                    + " application/xml;q=0.9, application/json;q=0.9, text/xml;q=0.9, */*;q=0.1";

    private final SafeHttp http;
    private final Formats formats;

    SourceReader(SafeHttp http, Formats formats) {
        this.http = http;
        this.formats = formats;
    }

    /** Looks at an address. */
    Seen look(Target target) throws FetchException {
        var answer =
                http.get(
                        new FetchRequest(
                                target.address(),
                                ACCEPT,
                                target.etag(),
                                target.lastModified(),
                                target.confidential()));
        boolean conditional = target.etag() != null || target.lastModified() != null;
        return switch (answer.status()) {
            case 200 -> read(answer, target.format());
            // without a condition, nothing is not what is here already
            case 304 -> conditional ? new Seen.Nothing(answer) : new Seen.Refusal(answer);
            default -> new Seen.Refusal(answer);
        };
    }

    private Seen read(Fetched answer, String format) throws FetchException.CalledOff {
        var document = document(answer);
        try {
            return new Seen.Document(answer, document, formats.read(document, format));
        } catch (UnreadableDocumentException e) {
            var feed = format.equals(Formats.AUTO) ? feedOf(document) : Optional.<Seen>empty();
            return feed.orElseGet(() -> new Seen.Unreadable(answer, document, e.getMessage()));
        }
    }

    /** The first feed of a web page that can be read. */
    private Optional<Seen> feedOf(RawDocument page) throws FetchException.CalledOff {
        for (URI feed : FeedLinks.in(page)) {
            try {
                var answer = http.get(new FetchRequest(feed, ACCEPT, null, null)).movedTo(feed);
                var document = document(answer); // of a status but 200 there is none
                var reading = formats.read(document, Formats.AUTO);
                return Optional.of(new Seen.Document(answer, document, reading));
            } catch (FetchException.CalledOff e) {
                throw e;
            } catch (FetchException | UnreadableDocumentException e) {
                LOG.debugf(e, "%s is no feed", feed);
            }
        }
        return Optional.empty();
    }

    private static RawDocument document(Fetched answer) {
        var type = answer.header("Content-Type").orElse(null);
        return new RawDocument(answer.body(), type, answer.address());
    }
}
