package galley.ingest.feed;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

import galley.ingest.format.CanonicalAddress;
import galley.ingest.format.Entry;
import galley.ingest.format.FeedDate;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.PlainText;

/** Reads an item of an RSS feed with the modules that are in use. */
final class RssItem {
    private static final XmlName ENCODED = new XmlName(XmlName.CONTENT, "content", "encoded");
    private static final XmlName XHTML_BODY = new XmlName(XmlName.XHTML, "xhtml", "body");
    private static final XmlName DC_AUTHOR = new XmlName(XmlName.DUBLIN_CORE, "dc", "author");
    private static final XmlName DC_CREATOR = new XmlName(XmlName.DUBLIN_CORE, "dc", "creator");
    private static final XmlName DC_DATE = new XmlName(XmlName.DUBLIN_CORE, "dc", "date");
    private static final XmlName DC_DESCRIPTION =
            new XmlName(XmlName.DUBLIN_CORE, "dc", "description");
    private static final XmlName DC_LANGUAGE = new XmlName(XmlName.DUBLIN_CORE, "dc", "language");
    private static final XmlName DC_RIGHTS = new XmlName(XmlName.DUBLIN_CORE, "dc", "rights");
    private static final XmlName DC_TITLE = new XmlName(XmlName.DUBLIN_CORE, "dc", "title");
    private static final XmlName CREATED = new XmlName(XmlName.DC_TERMS, "dcterms", "created");
    private static final XmlName ISSUED = new XmlName(XmlName.DC_TERMS, "dcterms", "issued");
    private static final XmlName MODIFIED = new XmlName(XmlName.DC_TERMS, "dcterms", "modified");
    private static final XmlName ATOM_LINK = new XmlName(XmlName.ATOM, "atom", "link");
    private static final XmlName ATOM_SUMMARY = new XmlName(XmlName.ATOM, "atom", "summary");
    private static final XmlName ATOM_PUBLISHED = new XmlName(XmlName.ATOM, "atom", "published");
    private static final XmlName ATOM_UPDATED = new XmlName(XmlName.ATOM, "atom", "updated");
    private static final XmlName MEDIA_TITLE = new XmlName(XmlName.MEDIA, "media", "title");
    private static final XmlName MEDIA_DESCRIPTION =
            new XmlName(XmlName.MEDIA, "media", "description");
    private static final XmlName ITUNES_AUTHOR = new XmlName(XmlName.ITUNES, "itunes", "author");
    private static final XmlName ITUNES_SUMMARY = new XmlName(XmlName.ITUNES, "itunes", "summary");
    private static final XmlName ITUNES_TITLE = new XmlName(XmlName.ITUNES, "itunes", "title");
    private static final XmlName ORIGINAL_LINK =
            new XmlName("http://rssnamespace.org/feedburner/ext/1.0", "feedburner", "origLink");
    private static final XmlName LICENSE =
            new XmlName(
                    "http://backend.userland.com/creativeCommonsRssModule",
                    "creativeCommons",
                    "license");

    /** RSS wants a mail address with the name in parentheses behind it; some turn it round. */
    private static final Pattern MAIL_WITH_NAME =
            Pattern.compile("[^\\s@]+@[^\\s@(]+\\s*\\((.+)\\)");

    private static final Pattern NAME_WITH_MAIL =
            Pattern.compile("([^<(]+)[<(]\\s*[^\\s@<>()]+@[^\\s@<>()]+\\s*[>)]");

    private final Element item;
    private final Element channel;
    private final URI address;

    /** An item of a channel in a document that came from this address. */
    RssItem(Element item, Element channel, URI address) {
        this.item = item;
        this.channel = channel;
        this.address = address;
    }

    Entry entry(int position) {
        var draft = new ItemDraft(position);
        draft.guid = first(own("guid").textOf(item), about());
        locate(draft);
        draft.headline = html(own("title"), DC_TITLE, MEDIA_TITLE, ITUNES_TITLE).orElse(null);
        readText(draft);
        authors().forEach(draft.authors::add);
        RssCategories.read(item, own("category"), draft);
        draft.firstCreated =
                date(
                        own("pubDate"),
                        DC_DATE,
                        ISSUED,
                        CREATED,
                        ATOM_PUBLISHED,
                        ATOM_UPDATED,
                        MODIFIED);
        draft.versionCreated = date(ATOM_UPDATED, MODIFIED);
        draft.expiresAt = date(own("expirationDate"));
        draft.language = language();
        draft.credit = own("source").textOf(item);
        draft.usageTerms =
                first(
                        DC_RIGHTS.textOf(item),
                        LICENSE.textOf(item),
                        own("copyright").textOf(channel),
                        DC_RIGHTS.textOf(channel));
        FeedMedia.add(item, own("enclosure").childrenOf(item), "url", draft);
        return draft.toEntry();
    }

    private void locate(ItemDraft draft) {
        var link = link(draft.guid);
        if (XmlContext.hasBase(item)) {
            draft.base = XmlContext.base(item, address);
            draft.link = CanonicalAddress.of(link, draft.base);
        } else {
            draft.locate(address, own("link").textOf(channel), link);
        }
    }

    /** The full text stands in content:encoded, where there is one; the description sums it up. */
    private void readText(ItemDraft draft) {
        var full = html(ENCODED, XHTML_BODY, own("body"), own("content"), own("fullitem"));
        var brief =
                html(
                        own("description"),
                        DC_DESCRIPTION,
                        ITUNES_SUMMARY,
                        ATOM_SUMMARY,
                        MEDIA_DESCRIPTION);
        draft.body = full.or(() -> brief).orElse(null);
        draft.summary = full.isPresent() ? brief.orElse(null) : null;
    }

    private String link(String guid) {
        var written = first(ORIGINAL_LINK.textOf(item), own("link").textOf(item));
        if (written != null) {
            return written;
        }
        return Stream.of(ATOM_LINK, own("link"))
                .flatMap(name -> name.childrenOf(item).stream())
                .filter(link -> link.attr("rel").matches("|alternate"))
                .map(link -> link.attr("href"))
                .filter(href -> !href.isBlank())
                .findFirst()
                .or(() -> permalink(guid))
                .orElse(null);
    }

    private Optional<String> permalink(String guid) {
        boolean isLink =
                own("guid")
                        .childOf(item)
                        .filter(element -> element.attr("isPermaLink").equalsIgnoreCase("false"))
                        .isEmpty();
        return Optional.ofNullable(guid).filter(text -> isLink && text.matches("https?://.+"));
    }

    /** What RSS 1.0 names an item by. */
    private String about() {
        return item.attributes().asList().stream()
                .filter(attribute -> attribute.localName().equals("about"))
                .map(attribute -> attribute.getValue())
                .findFirst()
                .orElse(null);
    }

    private List<String> authors() {
        return Stream.of(DC_CREATOR, own("author"), DC_AUTHOR, ITUNES_AUTHOR)
                .map(this::names)
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<String> names(XmlName element) {
        return element.childrenOf(item).stream()
                .map(author -> own("name").childOf(author).orElse(author))
                .map(author -> name(author.wholeText()))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String name(String author) {
        var text = author.strip();
        return Stream.of(MAIL_WITH_NAME, NAME_WITH_MAIL)
                .map(form -> form.matcher(text))
                .filter(form -> form.matches())
                .map(form -> PlainText.line(form.group(1)))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseGet(() -> PlainText.line(text));
    }

    private String language() {
        return first(
                DC_LANGUAGE.textOf(item),
                XmlContext.language(item),
                own("language").textOf(channel),
                DC_LANGUAGE.textOf(channel));
    }

    private Optional<String> html(XmlName... names) {
        return Arrays.stream(names)
                .flatMap(name -> name.childrenOf(item).stream())
                .map(Markup::of)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private Instant date(XmlName... names) {
        return Arrays.stream(names)
                .map(name -> FeedDate.parse(name.textOf(item)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private XmlName own(String local) {
        return XmlName.own(channel, local);
    }

    private static String first(String... texts) {
        return Arrays.stream(texts).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
