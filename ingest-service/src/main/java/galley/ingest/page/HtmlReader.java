package galley.ingest.page;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

import galley.ingest.format.ElementLimit;
import galley.ingest.format.FormatReader;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Reading;
import galley.ingest.format.UnreadableDocumentException;

/**
 * Reads HTML that is an article and nothing else: a fragment, or a document whose body is the text.
 * A heading of the first level that the text begins with is its headline.
 */
@ApplicationScoped
class HtmlReader implements FormatReader {

    @Override
    public String format() {
        return "html";
    }

    @Override
    public boolean recognises(RawDocument document) {
        return false; // servers answer HTML to all kinds of questions
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("text/html", "application/xhtml+xml");
    }

    @Override
    public Reading read(RawDocument document) throws UnreadableDocumentException {
        var page = Jsoup.parse(ElementLimit.html(document.text()), document.address().toString());
        if (page.body().text().isBlank()) {
            throw new UnreadableDocumentException("There is no text in it.");
        }
        var draft = new ItemDraft(1);
        draft.base = document.address();
        new PageMetadata(page, document.address()).tell(draft);
        draft.body = text(page, draft);
        return new Reading(format(), List.of(draft.toEntry()), true);
    }

    private static String text(Document page, ItemDraft draft) {
        var first = page.body().firstElementChild();
        if (first != null && first.normalName().equals("h1")) {
            draft.headline = first.html();
            first.remove();
        }
        return page.body().html();
    }
}
