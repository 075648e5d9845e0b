package galley.ingest.text;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import galley.ingest.format.FormatReader;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Reading;
import galley.ingest.format.UnreadableDocumentException;

/**
 * Reads word processor documents (DOCX, ISO/IEC 29500): headings, paragraphs, lists, tables, links
 * and emphasis. Its first paragraph with the style of a title, or of a first-level heading, is the
 * headline.
 */
@ApplicationScoped
class DocxReader implements FormatReader {

    @Override
    public String format() {
        return "docx";
    }

    @Override
    public boolean recognises(RawDocument document) {
        return false; // a ZIP file may hold anything
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    }

    @Override
    public Reading read(RawDocument document) throws UnreadableDocumentException {
        try {
            var parts = DocxParts.of(document.bytes());
            var text = new DocxText(parts);
            var draft = new ItemDraft(1);
            draft.base = document.address();
            parts.tell(draft);
            draft.headline = text.headline() == null ? draft.headline : text.headline();
            draft.body = text.body();
            if (draft.body.isEmpty()) {
                throw new UnreadableDocumentException("There is no text in it.");
            }
            return new Reading(format(), List.of(draft.toEntry()), true);
        } catch (IOException e) {
            throw new UnreadableDocumentException(
                    "It is no word processor document: " + e.getMessage());
        }
    }
}
