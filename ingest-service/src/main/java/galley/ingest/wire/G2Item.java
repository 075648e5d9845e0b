package galley.ingest.wire;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import org.jsoup.nodes.Element;

import galley.ingest.format.Entry;
import galley.ingest.format.Identity;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.PlainText;
import galley.ingest.format.Sha256;
import galley.ingest.format.UnreadableEntry;

/** An item of NewsML-G2 with the message that brought it. */
record G2Item(Element element, G2Message message) {

    /** What the item is, by its name: {@code newsitem}, {@code packageitem}, … */
    private String kind() {
        return element.tag().localName().toLowerCase(Locale.ROOT);
    }

    /** The item as an entry; only news and packages of news can be read. */
    Entry toEntry(int position, URI address) {
        return switch (kind()) {
            case "newsitem" -> new G2NewsItem(this, draft(position, address)).read();
            case "packageitem" -> new G2PackageItem(this, draft(position, address)).read();
            default -> unreadable(position);
        };
    }

    private static ItemDraft draft(int position, URI address) {
        var draft = new ItemDraft(position);
        draft.base = address;
        return draft;
    }

    private UnreadableEntry unreadable(int position) {
        var hash = Sha256.of(element.outerHtml());
        var guid = PlainText.nameOrNull(element.attr("guid"));
        return new UnreadableEntry(
                position,
                Identity.of(guid, null, hash),
                hash,
                "A %s is no news: only a newsItem or a packageItem is."
                        .formatted(element.tag().localName()));
    }

    /** The nature of the item's content, from the IPTC's codes for it; empty when it has none. */
    String itemClass() {
        return XmlPath.first(element, "itemMeta", "itemClass").map(IptcCode::of).orElse("");
    }

    boolean isPicture() {
        return List.of("picture", "photo", "graphic").contains(itemClass());
    }

    boolean isText() {
        return List.of("text", "").contains(itemClass());
    }

    /** The language of the content, as it is written; or null. */
    String language() {
        var own = XmlPath.attribute(element, "tag", "contentMeta", "language");
        if (own != null) {
            return own;
        }
        for (var attribute : new String[] {"xml:lang", "lang"}) {
            if (!element.attr(attribute).isBlank()) {
                return element.attr(attribute);
            }
        }
        return null;
    }

    /** The headline, else the item's title, possibly with markup; or null. */
    String headline() {
        return G2Headlines.of(element, language()).main();
    }

    /** The headline as one line, or null. */
    String headlineLine() {
        return PlainText.lineOrNull(headline());
    }
}
