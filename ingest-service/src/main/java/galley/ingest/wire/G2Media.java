package galley.ingest.wire;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

import galley.events.MediaKind;
import galley.ingest.format.ItemDraft;

/** The media of a newsItem of NewsML-G2: its own, and those that it or its package links to. */
final class G2Media {
    private final G2Item item;

    G2Media(G2Item item) {
        this.item = item;
    }

    /** Adds all media to a draft whose base is set. */
    void read(ItemDraft draft) {
        addContent(item, draft);
        var companions = item.message().companionsOf(item.element().attr("guid"));
        Stream.of(XmlPath.all(item.element(), "itemMeta", "link"), companions)
                .flatMap(references -> references.stream().limit(Rendition.MOST))
                .forEach(reference -> addReferred(reference, draft));
    }

    /** The best rendition of each kind, since the renditions of a kind show the same. */
    private static boolean addContent(G2Item item, ItemDraft draft) {
        var renditions =
                XmlPath.all(item.element(), "contentSet", "remoteContent").stream()
                        .map(G2Media::rendition)
                        .filter(rendition -> FileAddress.isOne(rendition.address()))
                        .toList();
        var kinds = item.isPicture() ? List.of(MediaKind.IMAGE) : List.of(MediaKind.values());
        kinds.stream()
                .flatMap(kind -> Rendition.bestOf(kind, renditions).stream())
                .limit(Rendition.MOST)
                .forEach(best -> add(best, item, draft));
        return !renditions.isEmpty();
    }

    private static Rendition rendition(Element content) {
        return Rendition.of(
                content.attr("contenttype"),
                content.attr("href"),
                content.attr("rendition"),
                content.attr("width"));
    }

    private static void add(Rendition rendition, G2Item item, ItemDraft draft) {
        var element = item.element();
        var descriptions = new G2Descriptions(element, item.language());
        var caption = descriptions.caption();
        draft.addMedia(
                rendition.kind(),
                rendition.address(),
                item.headline(),
                caption == null ? descriptions.summary() : caption,
                descriptions.alternateText(),
                credit(element));
    }

    private static String credit(Element item) {
        var by = XmlPath.line(item, "contentMeta", "by");
        var maker = by == null ? XmlPath.line(item, "contentMeta", "creator", "name") : by;
        return CreditLine.of(maker, XmlPath.line(item, "contentMeta", "creditline"));
    }

    /**
     * Adds what a link or a package refers to: an item of the same message, or a file elsewhere.
     *
     * @return whether it is media that can be shown
     */
    boolean addReferred(Element reference, ItemDraft draft) {
        var referred = item.message().item(reference.attr("residref"));
        if (referred.isPresent()) {
            var other = new G2Item(referred.get(), item.message());
            return !other.isText() && addContent(other, draft);
        }
        var picture = picture(reference);
        picture.ifPresent(
                one ->
                        draft.addMedia(
                                one.kind(),
                                one.address(),
                                title(reference),
                                XmlPath.line(reference, "description"),
                                null,
                                null));
        return picture.isPresent();
    }

    private static Optional<Rendition> picture(Element reference) {
        var itemClass = XmlPath.first(reference, "itemClass").map(IptcCode::of).orElse("");
        var type = reference.attr("contenttype");
        return Stream.of(itemClass, type)
                .map(text -> text.startsWith("graphic") ? "picture" : text)
                .filter(text -> text.matches("(picture|image|video|audio)\\b.*"))
                .map(text -> Rendition.of(text, reference.attr("href"), "", ""))
                .filter(rendition -> FileAddress.isOne(rendition.address()))
                .findFirst();
    }

    private static String title(Element reference) {
        var headline = XmlPath.line(reference, "headline");
        return headline == null ? XmlPath.line(reference, "title") : headline;
    }
}
