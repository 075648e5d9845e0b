package galley.ingest.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.jsoup.nodes.Element;

import galley.ingest.format.CanonicalAddress;
import galley.ingest.format.Entry;
import galley.ingest.format.FeedDate;
import galley.ingest.format.FormatReader;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.PlainText;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Reading;
import galley.ingest.format.UnreadableDocumentException;

/** Reads RSS 2.0 and its predecessors with the same root, with the usual modules. */
@ApplicationScoped
public class RssReader implements FormatReader {
    private static final XmlName ENCODED = new XmlName(XmlName.CONTENT, "content", "encoded");
    private static final XmlName CREATOR = new XmlName(XmlName.DUBLIN_CORE, "dc", "creator");
    private static final XmlName DC_DATE = new XmlName(XmlName.DUBLIN_CORE, "dc", "date");
    private static final XmlName DC_LANGUAGE = new XmlName(XmlName.DUBLIN_CORE, "dc", "language");
    private static final XmlName DC_RIGHTS = new XmlName(XmlName.DUBLIN_CORE, "dc", "rights");
    private static final XmlName ATOM_LINK = new XmlName(XmlName.ATOM, "atom", "link");
    private static final XmlName ATOM_UPDATED = new XmlName(XmlName.ATOM, "atom", "updated");

    /** RSS wants a mail address with the name in parentheses behind it. */
    private static final Pattern MAIL_WITH_NAME =
            Pattern.compile("[^\\s@]+@[^\\s@(]+\\s*\\((.+)\\)");

    @Override
    public String format() {
        return "rss";
    }

    @Override
    public boolean recognises(RawDocument document) {
        return FeedXml.rootName(document).equalsIgnoreCase("rss");
    }

    @Override
    public Reading read(RawDocument document) throws UnreadableDocumentException {
        var root = FeedXml.parse(document);
        var channel =
                XmlName.own(root, "channel")
                        .childOf(root)
                        .orElseThrow(
                                () -> new UnreadableDocumentException("The feed has no channel."));
        return FeedReading.of(
                format(),
                root,
                XmlName.own(root, "item")::isNameOf,
                (item, position) -> entry(item, position, channel, document.address()));
    }

    private static Entry entry(Element item, int position, Element channel, URI address) {
        var home = text(channel, "link");
        var draft = new ItemDraft(position);
        draft.guid = text(item, "guid");
        draft.link = link(item, draft.guid);
        draft.base = base(address, home, draft.link);
        draft.headline = XmlName.own(item, "title").childOf(item).map(Markup::of).orElse(null);
        readText(item, draft);
        draft.authors.addAll(authors(item));
        XmlName.own(item, "category").childrenOf(item).stream()
                .map(category -> PlainText.line(category.wholeText()))
                .filter(keyword -> !keyword.isEmpty())
                .forEach(draft.keywords::add);
        draft.firstCreated = FeedDate.parse(first(text(item, "pubDate"), DC_DATE.textOf(item)));
        draft.versionCreated = FeedDate.parse(ATOM_UPDATED.textOf(item));
        draft.language = first(DC_LANGUAGE.textOf(item), text(channel, "language"));
        draft.usageTerms = first(DC_RIGHTS.textOf(item), text(channel, "copyright"));
        draft.media.addAll(
                FeedMedia.of(
                        item, XmlName.own(item, "enclosure").childrenOf(item), "url", draft.base));
        return draft.toEntry();
    }

    /** The full text stands in content:encoded, where there is one; the description sums it up. */
    private static void readText(Element item, ItemDraft draft) {
        var description = XmlName.own(item, "description").childOf(item).map(Markup::of);
        var encoded = ENCODED.childOf(item).map(Markup::of);
        draft.body = encoded.or(() -> description).orElse(null);
        draft.summary = encoded.isPresent() ? description.orElse(null) : null;
    }

    private static String link(Element item, String guid) {
        var link = text(item, "link");
        if (link != null) {
            return link;
        }
        var alternate =
                ATOM_LINK.childrenOf(item).stream()
                        .filter(one -> one.attr("rel").matches("|alternate"))
                        .map(one -> one.attr("href"))
                        .findFirst();
        return alternate.or(() -> permalink(item, guid)).orElse(null);
    }

    private static Optional<String> permalink(Element item, String guid) {
        boolean isLink =
                XmlName.own(item, "guid")
                        .childOf(item)
                        .filter(element -> !element.attr("isPermaLink").equalsIgnoreCase("false"))
                        .isPresent();
        return Optional.ofNullable(guid).filter(text -> isLink && text.matches("https?://.+"));
    }

    /** Where relative addresses in an item are read from: the item's page, else the site's. */
    private static URI base(URI feed, String home, String link) {
        var site = CanonicalAddress.of(home, feed);
        var start = site == null ? feed : URI.create(site);
        var page = CanonicalAddress.of(link, start);
        return page == null ? start : URI.create(page);
    }

    private static List<String> authors(Element item) {
        var names = new ArrayList<String>();
        CREATOR.childrenOf(item).forEach(creator -> names.add(creator.wholeText()));
        if (names.isEmpty()) {
            XmlName.own(item, "author")
                    .childrenOf(item)
                    .forEach(author -> names.add(author.wholeText()));
        }
        names.replaceAll(RssReader::name);
        names.removeIf(String::isEmpty);
        return names;
    }

    private static String name(String author) {
        var mail = MAIL_WITH_NAME.matcher(author.strip());
        return PlainText.line(mail.matches() ? mail.group(1) : author);
    }

    private static String text(Element parent, String name) {
        return XmlName.own(parent, name).textOf(parent);
    }

    private static String first(String preferred, String other) {
        return preferred != null ? preferred : other;
    }
}
