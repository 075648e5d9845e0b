package galley.ingest.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Objects;

import org.jsoup.nodes.Element;

import galley.ingest.format.FeedDate;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.PlainText;

/** The metadata that all items of NewsML-G2 have: rightsInfo, itemMeta and contentMeta. */
final class G2Metadata {
    private final Element item;
    private final String language;
    private final G2Names names;

    private G2Metadata(Element item, String language) {
        this.item = item;
        this.language = language;
        this.names = new G2Names(item, language);
    }

    /** Fills a draft, and what is known of where the item was filed. */
    static void read(G2Item item, ItemDraft draft, Filing filing) {
        var metadata = new G2Metadata(item.element(), item.language());
        draft.priority = item.message().priority();
        draft.language = item.language();
        metadata.readItem(draft);
        metadata.readContent(draft);
        metadata.readRights(draft);
        var catalog = new Catalog(item.element(), item.message().root());
        new G2Concepts(item.element(), metadata.names, catalog).read(draft);
        metadata.readFiling(filing);
        filing.agencies.add(item.message().sender());
        // Some agencies name themselves where the author should be.
        draft.authors.removeIf(filing::isAgency);
    }

    private void readItem(ItemDraft draft) {
        draft.guid = item.attr("guid");
        draft.version = item.attr("version");
        draft.versionCreated = time("versionCreated");
        draft.firstCreated = time("firstCreated");
        draft.embargoedUntil = time("embargoed");
        draft.expiresAt = time("expires");
        draft.editorialNote = editorialNote();
        var status = XmlPath.first(item, "itemMeta", "pubStatus");
        PubStatus.set(draft, status.map(IptcCode::of).orElse(null), draft.editorialNote);
    }

    private Instant time(String name) {
        return FeedDate.parse(XmlPath.value(item, "itemMeta", name));
    }

    private String editorialNote() {
        var notes =
                XmlPath.all(item, "itemMeta", "edNote").stream()
                        .map(XmlPath::line)
                        .filter(Objects::nonNull)
                        .toList();
        var longest = notes.stream().max(Comparator.comparingInt(String::length)).orElse("");
        // Some agencies send all notes once more as one.
        return Sentences.of(
                notes.stream()
                        .filter(note -> note.equals(longest) || !longest.contains(note))
                        .toList());
    }

    private void readContent(ItemDraft draft) {
        var headlines = G2Headlines.of(item, language);
        draft.headline = headlines.main();
        var summary = new G2Descriptions(item, language).summary();
        draft.summary = summary != null ? summary : headlines.under();
        draft.urgency = IptcCode.level(XmlPath.value(item, "contentMeta", "urgency"));
        draft.slugline = contentLine("slugline");
        draft.byline = contentLine("by");
        draft.credit = contentLine("creditline");
        if (draft.credit == null) {
            draft.credit = party("contentMeta", "infoSource");
        }
        if (draft.credit == null) {
            draft.credit = party("itemMeta", "provider");
        }
    }

    private String contentLine(String name) {
        return Localized.first(language, XmlPath.all(item, "contentMeta", name))
                .map(XmlPath::line)
                .orElse(null);
    }

    private String party(String part, String name) {
        return XmlPath.all(item, part, name).stream()
                .map(names::of)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private void readRights(ItemDraft draft) {
        var terms = new ArrayList<String>();
        for (var name : new String[] {"usageTerms", "copyrightNotice"}) {
            Localized.in(language, XmlPath.all(item, "rightsInfo", name)).stream()
                    .map(XmlPath::line)
                    .forEach(terms::add);
        }
        draft.usageTerms = Sentences.of(terms);
    }

    private void readFiling(Filing filing) {
        filing.text = contentLine("dateline");
        filing.place =
                XmlPath.all(item, "contentMeta", "located").stream()
                        .map(this::placeName)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        for (var path :
                new String[][] {
                    {"contentMeta", "creditline"},
                    {"contentMeta", "infoSource"},
                    {"itemMeta", "provider"},
                    {"rightsInfo", "copyrightHolder"},
                    {"rightsInfo", "copyrightNotice"}
                }) {
            for (var party : XmlPath.all(item, path)) {
                filing.agencies.add(XmlPath.line(party));
                filing.agencies.add(IptcCode.of(party));
            }
        }
    }

    private String placeName(Element located) {
        var name = names.of(located);
        return name != null ? name : PlainText.lineOrNull(located.attr("literal"));
    }
}
