package galley.ingest.json;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import galley.events.MediaKind;
import galley.ingest.format.Entry;
import galley.ingest.format.FormatReader;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.MediaTypes;
import galley.ingest.format.PlainText;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Reading;
import galley.ingest.format.UnreadableDocumentException;

import static galley.ingest.json.JsonFields.elements;
import static galley.ingest.json.JsonFields.lines;
import static galley.ingest.json.JsonFields.text;
import static galley.ingest.json.JsonFields.time;

/** Reads JSON Feed 1.0 and 1.1 (jsonfeed.org). */
@ApplicationScoped
public class JsonFeedReader implements FormatReader {
    private static final String VERSION = "jsonfeed.org/version/";

    @Override
    public String format() {
        return "json-feed";
    }

    @Override
    public boolean recognises(RawDocument document) {
        return JsonTree.of(document).filter(tree -> isFeed(tree.root())).isPresent();
    }

    @Override
    public Reading read(RawDocument document) throws UnreadableDocumentException {
        var tree = JsonTree.read(document);
        var feed = tree.root();
        return JsonReading.of(
                format(),
                tree,
                elements(feed.path("items")),
                (item, position) -> entry(item, position, feed, document.address()));
    }

    /** Some leave out the version, which is how a feed is known; nobody else has these members. */
    static boolean isFeed(JsonNode root) {
        var version = text(root, "version");
        var first = root.path("items").path(0);
        return (version != null && version.contains(VERSION))
                || first.has("content_html")
                || first.has("content_text");
    }

    private static Entry entry(JsonNode item, int position, JsonNode feed, URI address) {
        var draft = new ItemDraft(position);
        draft.guid = text(item, "id");
        draft.locate(address, text(feed, "home_page_url"), link(item, draft.guid));
        draft.headline = text(item, "title");
        draft.body = body(item);
        draft.summary = PlainText.asHtml(text(item, "summary"));
        draft.authors.addAll(authors(item, feed));
        draft.keywords.addAll(lines(item.path("tags")));
        draft.firstCreated = time(item, "date_published", "date_modified");
        draft.versionCreated = time(item, "date_modified");
        draft.language = Optional.ofNullable(text(item, "language")).orElse(text(feed, "language"));
        readMedia(item, draft);
        return draft.toEntry();
    }

    /** Where an item is about another page, that one is not its address. */
    private static String link(JsonNode item, String guid) {
        var url = text(item, "url");
        if (url != null) {
            return url;
        }
        boolean isLink = guid != null && guid.matches("https?://.+");
        return isLink ? guid : text(item, "external_url");
    }

    private static String body(JsonNode item) {
        var html = text(item, "content_html");
        var plain = text(item, "content_text");
        if (html != null) {
            return html;
        }
        return plain == null ? null : PlainText.toHtml(plain);
    }

    /** Version 1.0 has one author, 1.1 a list; an item without any has the feed's. */
    private static List<String> authors(JsonNode item, JsonNode feed) {
        return Stream.of(
                        elements(item.path("authors")),
                        List.of(item.path("author")),
                        elements(feed.path("authors")),
                        List.of(feed.path("author")))
                .map(JsonFeedReader::names)
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> names(List<JsonNode> authors) {
        return authors.stream()
                .map(author -> author.isTextual() ? author.asText() : text(author, "name"))
                .map(PlainText::lineOrNull)
                .filter(Objects::nonNull)
                .toList();
    }

    private static void readMedia(JsonNode item, ItemDraft draft) {
        for (var picture : List.of("image", "banner_image")) {
            draft.addMedia(MediaKind.IMAGE, text(item, picture), null, null, null, null);
        }
        for (var attachment : elements(item.path("attachments"))) {
            var url = text(attachment, "url");
            var kind = MediaTypes.kind(text(attachment, "mime_type"), url);
            draft.addMedia(kind, url, text(attachment, "title"), null, null, null);
        }
    }
}
