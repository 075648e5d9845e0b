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
        XmlPath.all(item.element(), "itemMeta", "link").forEach(link -> addReferred(link, draft));
        var guid = item.element().attr("guid");
        if (!guid.isBlank() && item.isText()) {
            item.message().packages().stream()
                    .flatMap(groups -> groups.companionsOf(guid, this::isText).stream())
                    .forEach(reference -> addReferred(reference, draft));
        }
    }

    /** The best rendition of each kind, since the renditions of a kind show the same. */
    private static void addContent(G2Item item, ItemDraft draft) {
        var renditions =
                XmlPath.all(item.element(), "contentSet", "remoteContent").stream()
                        .map(G2Media::rendition)
                        .filter(rendition -> FileAddress.isOne(rendition.address()))
                        .toList();
        var kinds = item.isPicture() ? List.of(MediaKind.IMAGE) : List.of(MediaKind.values());
        for (var kind : kinds) {
            Rendition.best(renditions.stream().filter(one -> one.kind() == kind).toList())
                    .ifPresent(best -> add(best, item, draft));
        }
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

    /** The photographer and the agency, as they stand under a picture. */
    private static String credit(Element item) {
        var line = XmlPath.line(item, "contentMeta", "creditline");
        var by = XmlPath.line(item, "contentMeta", "by");
        var maker = by == null ? XmlPath.line(item, "contentMeta", "creator", "name") : by;
        if (line == null || maker == null || line.contains(maker)) {
            return line == null ? maker : line;
        }
        return maker + " / " + line;
    }

    /** What a link or a package refers to: an item of the same message, or a picture elsewhere. */
    void addReferred(Element reference, ItemDraft draft) {
        var referred = item.message().item(reference.attr("residref"));
        if (referred.isPresent()) {
            referred.map(one -> G2Item.of(one, item.message()))
                    .filter(one -> !one.isText())
                    .ifPresent(one -> addContent(one, draft));
            return;
        }
        picture(reference)
                .ifPresent(
                        picture ->
                                draft.addMedia(
                                        picture.kind(),
                                        picture.address(),
                                        title(reference),
                                        XmlPath.line(reference, "description"),
                                        null,
                                        null));
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

    private boolean isText(Element reference) {
        var referred = item.message().item(reference.attr("residref"));
        if (referred.isPresent()) {
            return G2Item.of(referred.get(), item.message()).isText();
        }
        return XmlPath.first(reference, "itemClass").map(IptcCode::of).orElse("").equals("text");
    }
}
