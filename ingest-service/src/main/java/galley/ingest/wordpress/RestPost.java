package galley.ingest.wordpress;

import java.net.URI;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.parser.Parser;

import galley.events.Subject;
import galley.ingest.format.Entry;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.MediaTypes;
import galley.ingest.format.PlainText;
import galley.ingest.format.UnreadableEntry;
import galley.ingest.json.JsonFields;

import static galley.ingest.json.JsonFields.elements;
import static galley.ingest.json.JsonFields.text;
import static galley.ingest.json.JsonFields.time;

/** Reads one post of WordPress's REST API. */
final class RestPost {
    private static final String TAG = "post_tag";

    private final JsonNode post;
    private final URI address;

    /** A post in an answer that came from this address. */
    RestPost(JsonNode post, URI address) {
        this.post = post;
        this.address = address;
    }

    Entry entry(int position) {
        var draft = new ItemDraft(position);
        draft.guid = unescaped(rendered("guid"));
        draft.locate(address, null, unescaped(text(post, "link")));
        draft.headline = rendered("title");
        draft.body = rendered("content");
        draft.summary = rendered("excerpt");
        draft.partial = !post.has("content");
        draft.firstCreated = time(post, "date_gmt", "date");
        draft.versionCreated = time(post, "modified_gmt", "modified");
        draft.language = text(post, "lang");
        var embedded = post.path("_embedded");
        Stream.concat(elements(embedded.path("author")).stream(), Stream.of(post.path("author")))
                .map(author -> PlainText.line(text(author, "name")))
                .filter(name -> !name.isEmpty())
                .forEach(draft.authors::add);
        elements(embedded.path("wp:term")).stream()
                .flatMap(terms -> elements(terms).stream())
                .forEach(term -> readTerm(term, draft));
        elements(embedded.path("wp:featuredmedia")).forEach(media -> readMedia(media, draft));
        return JsonFields.isTrue(post.path("content"), "protected")
                ? UnreadableEntry.of(draft.toEntry(), "The post is protected by a password.")
                : draft.toEntry();
    }

    private String rendered(String member) {
        return text(post.path(member), "rendered");
    }

    /** Addresses come escaped for HTML. */
    private static String unescaped(String address) {
        return address == null ? null : Parser.unescapeEntities(address, true);
    }

    private static void readTerm(JsonNode term, ItemDraft draft) {
        var name = PlainText.lineOrNull(text(term, "name"));
        var taxonomy = text(term, "taxonomy");
        if (name == null || taxonomy == null) {
            return;
        }
        draft.keywords.add(name);
        if (!taxonomy.equals(TAG)) {
            var slug = PlainText.nameOrNull(text(term, "slug"));
            draft.subjects.add(new Subject(PlainText.nameOrNull(taxonomy), slug, name));
        }
    }

    private static void readMedia(JsonNode media, ItemDraft draft) {
        var url = text(media, "source_url");
        draft.addMedia(
                MediaTypes.kind(text(media, "mime_type"), url),
                url,
                text(media.path("title"), "rendered"),
                text(media.path("caption"), "rendered"),
                text(media, "alt_text"),
                null);
    }
}
