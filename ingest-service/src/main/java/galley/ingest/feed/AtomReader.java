package galley.ingest.feed;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jsoup.nodes.Element;

import galley.ingest.format.Entry;
import galley.ingest.format.FeedDate;
import galley.ingest.format.FormatReader;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.PlainText;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Reading;
import galley.ingest.format.UnreadableDocumentException;
import galley.kit.http.FetchException.RefusedAddress;
import galley.kit.http.WebAddress;

/** Reads Atom feeds (RFC 4287). */
@ApplicationScoped
public class AtomReader implements FormatReader {

    @Override
    public String format() {
        return "atom";
    }

    @Override
    public boolean recognises(RawDocument document) {
        return FeedXml.rootName(document).equalsIgnoreCase("feed");
    }

    @Override
    public Reading read(RawDocument document) throws UnreadableDocumentException {
        var root = FeedXml.parse(document);
        return FeedReading.of(
                format(),
                root,
                XmlName.own(root, "entry")::isNameOf,
                (entry, position) -> entry(entry, position, document.address()));
    }

    private static Entry entry(Element entry, int position, URI address) {
        var feed = entry.parent();
        var draft = new ItemDraft(position);
        draft.base = base(entry, address);
        draft.guid = text(entry, "id");
        draft.link = link(entry);
        draft.headline = own(entry, "title").map(AtomReader::html).orElse(null);
        var content = own(entry, "content").filter(one -> !one.hasAttr("src"));
        var body = content.map(AtomReader::html);
        var summary = own(entry, "summary").map(AtomReader::html);
        draft.body = body.or(() -> summary).orElse(null);
        draft.summary = body.isPresent() ? summary.orElse(null) : null;
        // Relative addresses in the text may have a base of their own.
        content.ifPresent(one -> draft.base = base(one, address));
        draft.authors.addAll(authors(entry, feed));
        for (var category : XmlName.own(entry, "category").childrenOf(entry)) {
            var label = category.hasAttr("label") ? category.attr("label") : category.attr("term");
            Optional.ofNullable(PlainText.lineOrNull(label)).ifPresent(draft.keywords::add);
        }
        draft.firstCreated = FeedDate.parse(text(entry, "published", "issued", "updated"));
        draft.versionCreated = FeedDate.parse(text(entry, "updated", "modified"));
        draft.language = language(content.orElse(entry));
        draft.usageTerms =
                own(entry, "rights")
                        .or(() -> own(feed, "rights"))
                        .map(AtomReader::html)
                        .orElse(null);
        draft.media.addAll(
                FeedMedia.of(entry, links(entry, "enclosure").toList(), "href", draft.base));
        return draft.toEntry();
    }

    /** A text construct or content as HTML, whichever of its types it has. */
    private static String html(Element element) {
        var type = element.attr("type").strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "html", "text/html" -> Markup.of(element);
            case "xhtml", "application/xhtml+xml" -> Markup.inside(element);
            case "", "text" ->
                    // some leave out the type although they write HTML
                    element.childrenSize() > 0 ? Markup.inside(element) : plain(element);
            default -> type.startsWith("text/") ? plain(element) : null;
        };
    }

    private static String plain(Element element) {
        return element.wholeText().isBlank() ? null : PlainText.toHtml(element.wholeText());
    }

    private static String link(Element entry) {
        return links(entry, "alternate").map(link -> link.attr("href")).findFirst().orElse(null);
    }

    private static Stream<Element> links(Element entry, String relation) {
        return XmlName.own(entry, "link").childrenOf(entry).stream()
                .filter(
                        link ->
                                link.attr("rel").equals(relation)
                                        || (relation.equals("alternate") && !link.hasAttr("rel")));
    }

    private static List<String> authors(Element entry, Element feed) {
        return Stream.of(Optional.of(entry), own(entry, "source"), Optional.of(feed))
                .flatMap(Optional::stream)
                .map(AtomReader::names)
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> names(Element parent) {
        return XmlName.own(parent, "author").childrenOf(parent).stream()
                .map(author -> PlainText.line(text(author, "name")))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static URI base(Element element, URI address) {
        var base = element.parent() == null ? address : base(element.parent(), address);
        try {
            var own = element.attr("xml:base");
            return own.isEmpty() ? base : WebAddress.resolve(base, own);
        } catch (RefusedAddress e) {
            return base;
        }
    }

    private static String language(Element element) {
        for (var one = element; one != null; one = one.parent()) {
            if (one.hasAttr("xml:lang")) {
                return one.attr("xml:lang");
            }
        }
        return null;
    }

    private static String text(Element parent, String... names) {
        for (var name : names) {
            var text = XmlName.own(parent, name).textOf(parent);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private static Optional<Element> own(Element parent, String name) {
        return XmlName.own(parent, name).childOf(parent);
    }
}
