package galley.ingest.json;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import galley.events.MediaKind;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.MediaTypes;

import static galley.ingest.json.JsonFields.text;

/** Media of ninjs items: what the item itself is, and pictures, videos and sounds beside it. */
final class NinjsMedia {
    private static final Set<String> TYPES = Set.of("picture", "graphic", "video", "audio");

    /** Nothing that browsers show. */
    private static final Set<String> PRINT =
            Set.of("image/tiff", "image/x-eps", "image/vnd.adobe.photoshop", "image/jp2");

    private NinjsMedia() {}

    /** Adds all of an item's media to its draft, whose base must be set. */
    static void read(JsonNode item, ItemDraft draft) {
        add(item, draft);
        for (var associated : NinjsDocument.objects(item, "associations")) {
            boolean usable = NinjsStatus.of(associated) == NinjsStatus.USABLE;
            if (usable && !"text".equals(text(associated, "type"))) {
                add(associated, draft);
            }
        }
    }

    private static void add(JsonNode item, ItemDraft draft) {
        var type = text(item, "type");
        var wanted = type != null && TYPES.contains(type) ? MediaTypes.kind(type, null) : null;
        best(item, wanted)
                .ifPresent(
                        rendition ->
                                draft.addMedia(
                                        kind(rendition, wanted),
                                        text(rendition, "href"),
                                        html(NinjsText.headline(item)),
                                        html(NinjsText.description(item)),
                                        wanted == MediaKind.IMAGE
                                                ? text(item, "alt_text", "alttext", "body_text")
                                                : text(item, "alt_text", "alttext"),
                                        text(
                                                item,
                                                "creditline",
                                                "byline",
                                                "by",
                                                "copyrightholder",
                                                "copyrightnotice",
                                                "source")));
    }

    /**
     * The best rendition to show: of the wanted kind rather than a still of it, for browsers rather
     * than for print, whole rather than a thumbnail, the largest.
     *
     * @param wanted what the item is; null for a text, of which only pictures are media
     */
    private static Optional<JsonNode> best(JsonNode item, MediaKind wanted) {
        return NinjsDocument.objects(item, "renditions").stream()
                .filter(rendition -> text(rendition, "href") != null)
                .filter(rendition -> isMedia(kind(rendition, wanted), wanted))
                .max(
                        Comparator.comparing(
                                        (JsonNode rendition) -> kind(rendition, wanted) == wanted)
                                .thenComparing(rendition -> !PRINT.contains(mediaType(rendition)))
                                .thenComparing(rendition -> !isSmall(rendition))
                                .thenComparingLong(NinjsMedia::area)
                                .thenComparingLong(rendition -> number(rendition, "sizeinbytes")));
    }

    private static String html(Optional<NinjsText> text) {
        return text.map(NinjsText::toHtml).orElse(null);
    }

    private static boolean isMedia(MediaKind kind, MediaKind wanted) {
        return wanted == null ? kind == MediaKind.IMAGE : kind == wanted || kind == MediaKind.IMAGE;
    }

    private static MediaKind kind(JsonNode rendition, MediaKind otherwise) {
        var kind = MediaTypes.kind(mediaType(rendition), text(rendition, "href"));
        boolean unknown = kind == MediaKind.DOCUMENT && mediaType(rendition).isEmpty();
        return unknown && otherwise != null ? otherwise : kind;
    }

    private static String mediaType(JsonNode rendition) {
        var type = text(rendition, "mimetype", "contenttype", "mime_type");
        return type == null ? "" : type.toLowerCase(Locale.ROOT);
    }

    private static boolean isSmall(JsonNode rendition) {
        var name = text(rendition, "name", "title");
        return name != null && name.toLowerCase(Locale.ROOT).matches("(?s).*(thumb|watermark).*");
    }

    private static long area(JsonNode rendition) {
        return number(rendition, "width") * number(rendition, "height");
    }

    private static long number(JsonNode rendition, String name) {
        var digits = text(rendition, name);
        return digits != null && digits.matches("\\d{1,9}") ? Long.parseLong(digits) : 0L;
    }
}
