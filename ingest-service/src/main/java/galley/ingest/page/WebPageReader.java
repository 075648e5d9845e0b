package galley.ingest.page;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;

import galley.ingest.format.ElementLimit;
import galley.ingest.format.FormatReader;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Reading;
import galley.ingest.format.UnreadableDocumentException;

/**
 * Reads the article of a web page: its main text, without navigation, advertisements and the like,
 * and what the page says about itself.
 */
@ApplicationScoped
public class WebPageReader implements FormatReader {
    /** The format's name. */
    public static final String FORMAT = "web-page";

    /** The search for the main text takes much longer for an element than the parser does. */
    private static final int MAX_ELEMENTS = 20_000;

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public boolean recognises(RawDocument document) {
        return false; // a source that is one page says so
    }

    @Override
    public Reading read(RawDocument document) throws UnreadableDocumentException {
        var page = Jsoup.parse(ElementLimit.html(document.text()), document.address().toString());
        if (page.getAllElements().size() > MAX_ELEMENTS) {
            throw new UnreadableDocumentException("The page has too many elements.");
        }
        var metadata = new PageMetadata(page, document.address());
        var draft = new ItemDraft(1);
        draft.base = document.address();
        metadata.tell(draft);
        draft.link = draft.link == null ? document.address().toString() : draft.link;
        draft.partial = metadata.isPartial();
        // The extractor takes the page apart, so it comes last.
        var content = new Readability4J(document.address().toString(), page).parse().getContent();
        if (content == null || content.isBlank()) {
            throw new UnreadableDocumentException("No article was found on the page.");
        }
        draft.body = content;
        return new Reading(FORMAT, List.of(draft.toEntry()), true);
    }
}
