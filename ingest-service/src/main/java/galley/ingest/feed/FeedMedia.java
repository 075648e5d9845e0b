package galley.ingest.feed;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

import galley.events.MediaKind;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.MediaTypes;
import galley.ingest.format.PlainText;

/** Media that an entry names beside its text: enclosures, Media RSS and the podcasts' pictures. */
final class FeedMedia {
    private static final XmlName GROUP = new XmlName(XmlName.MEDIA, "media", "group");
    private static final XmlName CONTENT = new XmlName(XmlName.MEDIA, "media", "content");
    private static final XmlName THUMBNAIL = new XmlName(XmlName.MEDIA, "media", "thumbnail");
    private static final XmlName TITLE = new XmlName(XmlName.MEDIA, "media", "title");
    private static final XmlName DESCRIPTION = new XmlName(XmlName.MEDIA, "media", "description");
    private static final XmlName CREDIT = new XmlName(XmlName.MEDIA, "media", "credit");
    private static final XmlName ITUNES_IMAGE = new XmlName(XmlName.ITUNES, "itunes", "image");

    private final Element entry;
    private final ItemDraft draft;

    private FeedMedia(Element entry, ItemDraft draft) {
        this.entry = entry;
        this.draft = draft;
    }

    /**
     * Adds all media of an entry to its draft, whose base must be set.
     *
     * @param enclosures the enclosure elements of the feed's own vocabulary
     * @param address the attribute that holds their address
     */
    static void add(Element entry, List<Element> enclosures, String address, ItemDraft draft) {
        var media = new FeedMedia(entry, draft);
        for (var enclosure : enclosures) {
            media.add(enclosure, enclosure.attr(address), List.of());
        }
        CONTENT.childrenOf(entry).forEach(content -> media.add(content, List.of(content, entry)));
        GROUP.childrenOf(entry).forEach(media::addGroup);
        if (draft.media.stream().noneMatch(medium -> medium.kind() == MediaKind.IMAGE)) {
            media.addPreview();
        }
    }

    /** A group holds one thing in several forms: of each kind the best counts. */
    private void addGroup(Element group) {
        var contents = CONTENT.childrenOf(group);
        for (var kind : MediaKind.values()) {
            contents.stream()
                    .filter(content -> kind(content, content.attr("url")) == kind)
                    .max(Comparator.comparingLong(FeedMedia::rank))
                    .ifPresent(best -> add(best, List.of(best, group, entry)));
        }
    }

    private static long rank(Element content) {
        boolean isDefault = content.attr("isDefault").equalsIgnoreCase("true");
        return isDefault ? Long.MAX_VALUE : area(content);
    }

    private static long area(Element element) {
        return pixels(element.attr("width")) * pixels(element.attr("height"));
    }

    private static long pixels(String text) {
        return text.matches("\\d{1,6}") ? Long.parseLong(text) : 0;
    }

    /** A picture that stands for what has none of its own. */
    private void addPreview() {
        var holders =
                Stream.of(
                                List.of(entry),
                                GROUP.childrenOf(entry),
                                CONTENT.childrenOf(entry),
                                GROUP.childrenOf(entry).stream()
                                        .flatMap(group -> CONTENT.childrenOf(group).stream())
                                        .toList())
                        .flatMap(List::stream);
        var thumbnail =
                holders.flatMap(holder -> THUMBNAIL.childrenOf(holder).stream())
                        .max(Comparator.comparingLong(FeedMedia::area))
                        .map(element -> element.attr("url"))
                        .or(() -> ITUNES_IMAGE.childOf(entry).map(image -> image.attr("href")));
        thumbnail.ifPresent(
                address -> draft.addMedia(MediaKind.IMAGE, address, null, null, null, null));
    }

    private void add(Element content, List<Element> described) {
        add(content, content.attr("url"), described);
    }

    /** What is said of media may stand on it or on what is around it; the nearest counts. */
    private void add(Element element, String address, List<Element> described) {
        draft.addMedia(
                kind(element, address),
                address,
                first(described, TITLE),
                first(described, DESCRIPTION),
                null,
                first(described, CREDIT));
    }

    private static MediaKind kind(Element element, String address) {
        var medium = element.attr("medium");
        return MediaTypes.kind(medium.isBlank() ? element.attr("type") : medium, address);
    }

    private static String first(List<Element> described, XmlName name) {
        return described.stream()
                .map(element -> all(element, name))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static String all(Element element, XmlName name) {
        return name.childrenOf(element).stream()
                .map(one -> PlainText.line(one.wholeText()))
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
