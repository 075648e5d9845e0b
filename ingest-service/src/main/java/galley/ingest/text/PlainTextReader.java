package galley.ingest.text;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import galley.ingest.format.FormatReader;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.PlainText;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Reading;
import galley.ingest.format.UnreadableDocumentException;

/**
 * Reads plain text: paragraphs parted by blank lines. A first paragraph that is one short line,
 * with more to follow, is the headline.
 */
@ApplicationScoped
class PlainTextReader implements FormatReader {
    private static final int MAX_HEADLINE = 200;

    @Override
    public String format() {
        return "plain-text";
    }

    @Override
    public boolean recognises(RawDocument document) {
        return false; // anything is text
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("text/plain");
    }

    @Override
    public Reading read(RawDocument document) throws UnreadableDocumentException {
        var text = document.text().strip();
        if (text.isEmpty()) {
            throw new UnreadableDocumentException("The text is empty.");
        }
        var draft = new ItemDraft(1);
        draft.base = document.address();
        var paragraphs = text.split("\\R\\s*\\R", 2);
        boolean headed =
                paragraphs.length == 2
                        && paragraphs[0].lines().count() == 1
                        && paragraphs[0].length() <= MAX_HEADLINE;
        draft.headline = headed ? PlainText.escape(paragraphs[0]) : null;
        draft.body = PlainText.toHtml(headed ? paragraphs[1] : text);
        return new Reading(format(), List.of(draft.toEntry()), true);
    }
}
