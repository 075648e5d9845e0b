package galley.ingest.followup;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;

import galley.ingest.format.Formats;
import galley.ingest.format.RawDocument;
import galley.ingest.format.ReadItem;
import galley.ingest.format.UnreadableDocumentException;
import galley.ingest.page.WebPageReader;
import galley.kit.http.FetchException;
import galley.kit.http.FetchRequest;
import galley.kit.http.Fetched;
import galley.kit.http.SafeHttp;

/** Reads the whole text of an item, of which its source gave a teaser, from its page. */
@ApplicationScoped
class PageCompletion {
    private static final String ACCEPT = "text/html, application/xhtml+xml, */*;q=0.1";

    private final SafeHttp http;
    private final Formats formats;
    private final FollowUpStore store;

    PageCompletion(SafeHttp http, Formats formats, FollowUpStore store) {
        this.http = http;
        this.formats = formats;
        this.store = store;
    }

    void complete(FollowUp followUp) throws FetchException.CalledOff {
        try {
            var answer = http.get(new FetchRequest(URI.create(followUp.url), ACCEPT, null, null));
            if (answer.status() == 200) {
                read(followUp, answer);
            } else {
                store.refused(followUp.id, answer);
            }
        } catch (FetchException.CalledOff e) {
            throw e;
        } catch (FetchException e) {
            store.failed(followUp.id, e);
        }
    }

    private void read(FollowUp followUp, Fetched answer) {
        var document =
                new RawDocument(
                        answer.body(),
                        answer.header("Content-Type").orElse(null),
                        answer.address());
        try {
            var reading = formats.read(document, WebPageReader.FORMAT);
            if (reading.entries().getFirst() instanceof ReadItem page) {
                store.completed(followUp.id, document, page.content());
            } else {
                store.unfit(followUp.id, "There is no article on the page.");
            }
        } catch (UnreadableDocumentException e) {
            store.unfit(followUp.id, e.getMessage());
        }
    }
}
