package galley.ingest.json;

import java.net.URI;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.nodes.Entities;

import galley.events.Dateline;
import galley.ingest.format.Entry;
import galley.ingest.format.FormatReader;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.PlainText;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Reading;
import galley.ingest.format.UnreadableDocumentException;
import galley.ingest.format.UnreadableEntry;

import static galley.ingest.json.JsonFields.text;
import static galley.ingest.json.JsonFields.time;

/**
 * Reads IPTC ninjs, 1.0 to 3.1, with the additions of Superdesk: one item, a list of items, or an
 * object that holds such a list.
 */
@ApplicationScoped
public class NinjsReader implements FormatReader {

    @Override
    public String format() {
        return "ninjs";
    }

    @Override
    public boolean recognises(RawDocument document) {
        return JsonTree.of(document)
                .map(JsonTree::root)
                .filter(root -> !JsonFeedReader.isFeed(root))
                .filter(root -> !NinjsDocument.items(root).isEmpty())
                .isPresent();
    }

    @Override
    public Reading read(RawDocument document) throws UnreadableDocumentException {
        var tree = JsonTree.read(document);
        return JsonReading.of(
                format(),
                tree,
                NinjsDocument.items(tree.root()),
                (item, position) ->
                        entry(NinjsDocument.inLowerCase(item), position, document.address()));
    }

    private static Entry entry(JsonNode item, int position, URI address) {
        var draft = new ItemDraft(position);
        draft.guid = text(item, "uri", "guid");
        draft.locate(address, null, page(item));
        draft.version = text(item, "version");
        draft.type = type(item);
        draft.headline = headline(item);
        readText(item, draft);
        draft.slugline = text(item, "slugline");
        draft.byline = text(item, "byline", "by");
        var place = PlainText.lineOrNull(text(item, "located"));
        draft.dateline = place == null ? null : new Dateline(place, null, null, null);
        draft.language = text(item, "language");
        draft.urgency = oneToNine(item, "urgency");
        draft.priority = oneToNine(item, "priority");
        draft.usageTerms = text(item, "usageterms", "copyrightnotice");
        draft.editorialNote = text(item, "ednote");
        draft.firstCreated = time(item, "firstcreated", "contentcreated");
        draft.versionCreated = time(item, "versioncreated");
        draft.embargoedUntil = time(item, "embargoeduntil", "embargoed");
        draft.expiresAt = time(item, "expires");
        NinjsConcepts.read(item, draft);
        NinjsMedia.read(item, draft);
        readStatus(item, draft);
        var embargo = text(item, "embargoeduntil", "embargoed");
        boolean unclear = embargo != null && draft.embargoedUntil == null;
        return unclear && NinjsStatus.of(item) != NinjsStatus.CANCELED
                ? UnreadableEntry.of(draft.toEntry(), "The embargo is no time: " + embargo)
                : draft.toEntry();
    }

    private static void readStatus(JsonNode item, ItemDraft draft) {
        switch (NinjsStatus.of(item)) {
            case USABLE -> draft.pubStatus = "usable";
            case WITHHELD -> draft.pubStatus = "withheld";
            case CANCELED -> {
                var words = "pubstatus: " + text(item, "pubstatus");
                var note = draft.editorialNote;
                draft.cancel(note == null ? words : words + "; ednote: " + note);
            }
        }
    }

    /** Where readers find the item, if it says so: its uri is a name, even where it looks so. */
    private static String page(JsonNode item) {
        return NinjsDocument.objects(item, "renditions").stream()
                .filter(rendition -> "web".equals(text(rendition, "name")))
                .map(rendition -> text(rendition, "href"))
                .findFirst()
                .orElse(null);
    }

    private static String type(JsonNode item) {
        var type = text(item, "type");
        return switch (type == null ? "text" : type) {
            case "picture", "graphic", "image" -> "picture";
            case "video" -> "video";
            case "audio" -> "audio";
            case "composite" -> "composite";
            default -> "text";
        };
    }

    private static String headline(JsonNode item) {
        return NinjsText.headline(item).map(NinjsText::toHtml).orElse(text(item, "title"));
    }

    private static void readText(JsonNode item, ItemDraft draft) {
        draft.body = NinjsText.body(item).map(NinjsText::toHtml).orElseGet(() -> parts(item));
        draft.summary = NinjsText.description(item).map(NinjsText::toHtml).orElse(null);
        if (draft.body == null && draft.headline == null && draft.type.equals("text")) {
            draft.body = draft.summary;
        }
        var completeness = text(item, "representationtype");
        draft.partial = completeness != null && completeness.matches("(?i)partial|incomplete");
    }

    /** The texts of a composite, each under its headline. */
    private static String parts(JsonNode item) {
        var parts =
                NinjsDocument.objects(item, "associations").stream()
                        .filter(part -> "text".equals(text(part, "type")))
                        .filter(part -> NinjsStatus.of(part) == NinjsStatus.USABLE)
                        .map(NinjsReader::part)
                        .collect(Collectors.joining("\n"));
        return parts.isBlank() ? null : parts;
    }

    private static String part(JsonNode item) {
        var headline = PlainText.line(headline(item));
        var body = NinjsText.body(item).map(NinjsText::toHtml).orElse("");
        return headline.isEmpty() ? body : "<h2>" + Entities.escape(headline) + "</h2>\n" + body;
    }

    private static Integer oneToNine(JsonNode item, String name) {
        var number = text(item, name);
        return number != null && number.matches("[1-9](\\.0+)?")
                ? Integer.valueOf(number.substring(0, 1))
                : null;
    }
}
