package galley.ingest.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

import galley.events.ItemMedia;
import galley.events.MediaKind;
import galley.ingest.format.PlainText;
import galley.kit.http.FetchException.RefusedAddress;
import galley.kit.http.WebAddress;

/** Media that an entry names beside its text: enclosures and Media RSS. */
final class FeedMedia {
    private static final XmlName GROUP = new XmlName(XmlName.MEDIA, "media", "group");
    private static final XmlName CONTENT = new XmlName(XmlName.MEDIA, "media", "content");
    private static final XmlName TITLE = new XmlName(XmlName.MEDIA, "media", "title");
    private static final XmlName DESCRIPTION = new XmlName(XmlName.MEDIA, "media", "description");
    private static final XmlName CREDIT = new XmlName(XmlName.MEDIA, "media", "credit");

    private FeedMedia() {}

    /**
     * All media of an entry, each address once.
     *
     * @param enclosures the enclosure elements of the feed's own vocabulary
     * @param address the attribute that holds their address
     */
    static List<ItemMedia> of(Element entry, List<Element> enclosures, String address, URI base) {
        var media = new ArrayList<ItemMedia>();
        for (var enclosure : enclosures) {
            read(enclosure, enclosure.attr(address), base).ifPresent(one -> addNew(one, media));
        }
        Stream.concat(Stream.of(entry), GROUP.childrenOf(entry).stream())
                .flatMap(parent -> CONTENT.childrenOf(parent).stream())
                .forEach(
                        content ->
                                read(content, content.attr("url"), base)
                                        .ifPresent(one -> addNew(one, media)));
        return media;
    }

    private static void addNew(ItemMedia one, List<ItemMedia> media) {
        if (media.stream().noneMatch(known -> known.url().equals(one.url()))) {
            media.add(one);
        }
    }

    private static Optional<ItemMedia> read(Element element, String reference, URI base) {
        try {
            if (reference.isBlank()) {
                return Optional.empty();
            }
            return Optional.of(
                    new ItemMedia(
                            kind(element),
                            WebAddress.resolve(base, reference).toString(),
                            PlainText.lineOrNull(TITLE.textOf(element)),
                            PlainText.lineOrNull(DESCRIPTION.textOf(element)),
                            null,
                            PlainText.lineOrNull(CREDIT.textOf(element))));
        } catch (RefusedAddress e) {
            return Optional.empty();
        }
    }

    private static MediaKind kind(Element element) {
        var medium = element.attr("medium") + " " + element.attr("type");
        return switch (medium.strip().toLowerCase(Locale.ROOT)) {
            case String type when type.startsWith("image") -> MediaKind.IMAGE;
            case String type when type.startsWith("video") -> MediaKind.VIDEO;
            case String type when type.startsWith("audio") -> MediaKind.AUDIO;
            default -> MediaKind.DOCUMENT;
        };
    }
}
