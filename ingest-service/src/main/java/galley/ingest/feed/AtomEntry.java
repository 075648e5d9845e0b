package galley.ingest.feed;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

import galley.events.Subject;
import galley.ingest.format.CanonicalAddress;
import galley.ingest.format.Entry;
import galley.ingest.format.FeedDate;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.PlainText;

/** Reads an entry of an Atom feed with what it has from its feed. */
final class AtomEntry {
    private static final XmlName DC_CREATOR = new XmlName(XmlName.DUBLIN_CORE, "dc", "creator");
    private static final XmlName DC_SUBJECT = new XmlName(XmlName.DUBLIN_CORE, "dc", "subject");
    private static final XmlName MEDIA_GROUP = new XmlName(XmlName.MEDIA, "media", "group");
    private static final XmlName MEDIA_DESCRIPTION =
            new XmlName(XmlName.MEDIA, "media", "description");

    private final Element entry;
    private final Element feed;
    private final URI address;

    /** An entry in a document that came from this address. */
    AtomEntry(Element entry, URI address) {
        this.entry = entry;
        this.feed = entry.parent();
        this.address = address;
    }

    Entry entry(int position) {
        var draft = new ItemDraft(position);
        draft.guid = text(entry, "id");
        draft.link = link();
        draft.headline = html(entry, "title").orElse(null);
        readText(draft);
        draft.authors.addAll(authors());
        readCategories(draft);
        draft.firstCreated = date("published", "issued", "created", "updated", "modified");
        draft.versionCreated = date("updated", "modified");
        draft.credit = child(entry, "source").flatMap(source -> html(source, "title")).orElse(null);
        draft.usageTerms = rights().orElse(null);
        FeedMedia.add(entry, links("enclosure").toList(), "href", draft);
        return draft.toEntry();
    }

    private void readText(ItemDraft draft) {
        var content = content();
        var body = content.map(AtomText::html);
        var summary = html(entry, "summary").or(this::mediaDescription);
        draft.body = body.or(() -> summary).orElse(null);
        draft.summary = body.isPresent() ? summary.orElse(null) : null;
        // The text may have a language and a base for relative addresses of its own.
        var text = content.or(() -> child(entry, "summary")).orElse(entry);
        draft.language = XmlContext.language(text);
        draft.base = XmlContext.base(text, address);
    }

    /** Atom 0.3 allowed the same content in several types. */
    private Optional<Element> content() {
        return XmlName.own(entry, "content").childrenOf(entry).stream()
                .flatMap(
                        one ->
                                one.attr("type").equalsIgnoreCase("multipart/alternative")
                                        ? XmlName.own(one, "content").childrenOf(one).stream()
                                        : Stream.of(one))
                .filter(one -> !one.hasAttr("src") && AtomText.html(one) != null)
                .max(Comparator.comparing(AtomEntry::isMarkup));
    }

    private static boolean isMarkup(Element content) {
        return content.attr("type").toLowerCase(Locale.ROOT).contains("html");
    }

    private Optional<String> mediaDescription() {
        return MEDIA_GROUP
                .childOf(entry)
                .flatMap(MEDIA_DESCRIPTION::childOf)
                .or(() -> MEDIA_DESCRIPTION.childOf(entry))
                .map(Markup::of);
    }

    private String link() {
        var alternates = links("alternate").toList();
        return alternates.stream()
                .filter(link -> link.attr("type").contains("html"))
                .findFirst()
                .or(() -> alternates.stream().findFirst())
                .map(
                        link ->
                                CanonicalAddress.of(
                                        link.hasAttr("href") ? link.attr("href") : link.wholeText(),
                                        XmlContext.base(link, address)))
                .orElse(null);
    }

    private Stream<Element> links(String relation) {
        return XmlName.own(entry, "link").childrenOf(entry).stream()
                .filter(
                        link -> {
                            var rel = link.attr("rel").strip().toLowerCase(Locale.ROOT);
                            return rel.equals(relation)
                                    || rel.endsWith("/relation/" + relation)
                                    || (rel.isEmpty() && relation.equals("alternate"));
                        });
    }

    private List<String> authors() {
        return Stream.of(
                        names(entry),
                        DC_CREATOR.childrenOf(entry).stream().map(Element::wholeText).toList(),
                        child(entry, "source").map(AtomEntry::names).orElse(List.of()),
                        names(feed))
                .map(names -> names.stream().map(PlainText::lineOrNull))
                .map(names -> names.filter(Objects::nonNull).toList())
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> names(Element parent) {
        return XmlName.own(parent, "author").childrenOf(parent).stream()
                .map(author -> text(author, "name"))
                .filter(Objects::nonNull)
                .toList();
    }

    private void readCategories(ItemDraft draft) {
        for (var category : XmlName.own(entry, "category").childrenOf(entry)) {
            var code = PlainText.nameOrNull(category.attr("term"));
            var label = PlainText.lineOrNull(category.attr("label"));
            var name = label != null ? label : PlainText.lineOrNull(category.attr("term"));
            var scheme = PlainText.nameOrNull(category.attr("scheme"));
            if (name != null && code != null && scheme != null) {
                draft.subjects.add(new Subject(scheme, code, name));
            }
            draft.keywords.add(name);
        }
        DC_SUBJECT.childrenOf(entry).stream()
                .map(subject -> PlainText.lineOrNull(subject.wholeText()))
                .forEach(draft.keywords::add);
        draft.keywords.removeIf(Objects::isNull);
    }

    private Optional<String> rights() {
        return Stream.of("rights", "copyright")
                .flatMap(name -> Stream.of(html(entry, name), html(feed, name)))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> links("license").map(link -> link.attr("href")).findFirst());
    }

    private Instant date(String... names) {
        return Arrays.stream(names)
                .map(name -> FeedDate.parse(text(entry, name)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Optional<String> html(Element parent, String name) {
        return XmlName.own(parent, name).childrenOf(parent).stream()
                .map(AtomText::html)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static String text(Element parent, String name) {
        return XmlName.own(parent, name).textOf(parent);
    }

    private static Optional<Element> child(Element parent, String name) {
        return XmlName.own(parent, name).childOf(parent);
    }
}
