package galley.ingest.wire;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import org.jsoup.nodes.Element;

import galley.events.Subject;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.PlainText;

/** What an item of NewsML-G2 is about, and who made it. */
final class G2Concepts {
    /** The natures of concepts that are places (type). */
    private static final Set<String> PLACES =
            Set.of("geoarea", "poi", "city", "statprov", "country", "region", "location");

    /** Roles of those who worked on an item without writing it. */
    private static final Set<String> HELPERS =
            Set.of(
                    "source",
                    "origprov",
                    "supplier",
                    "technicalorigin",
                    "descrwriter",
                    "capwriter",
                    "editor",
                    "lasted");

    private final Element item;
    private final G2Names names;
    private final Catalog catalog;

    G2Concepts(Element item, G2Names names, Catalog catalog) {
        this.item = item;
        this.names = names;
        this.catalog = catalog;
    }

    /** Adds subjects, places, keywords and authors to a draft. */
    void read(ItemDraft draft) {
        XmlPath.all(item, "contentMeta", "subject").forEach(subject -> add(subject, draft));
        XmlPath.all(item, "contentMeta", "keyword").stream()
                .map(keyword -> PlainText.line(keyword.wholeText()))
                .filter(keyword -> !keyword.isEmpty())
                .forEach(draft.keywords::add);
        for (var maker : new String[] {"creator", "contributor"}) {
            XmlPath.all(item, "contentMeta", maker).stream()
                    .filter(G2Concepts::isAuthor)
                    .map(this::personName)
                    .filter(Objects::nonNull)
                    .forEach(draft.authors::add);
        }
    }

    private void add(Element property, ItemDraft draft) {
        var name = names.of(property);
        if (name != null && isPlace(property)) {
            draft.places.add(name);
            return;
        }
        Subject subject = catalog.concept(property, name);
        if (subject.code() != null || subject.name() != null) {
            draft.subjects.add(subject);
        }
    }

    private static boolean isPlace(Element property) {
        boolean isGeographic =
                XmlPath.all(property, "facet").stream()
                        .anyMatch(
                                facet ->
                                        facet.attr("qcode")
                                                .toLowerCase(Locale.ROOT)
                                                .startsWith("geo"));
        return isGeographic
                || PLACES.contains(IptcCode.of(property.attr("type")))
                || XmlPath.first(property, "geoAreaDetails").isPresent();
    }

    private static boolean isAuthor(Element maker) {
        boolean isOrganisation = IptcCode.of(maker.attr("type")).startsWith("organi");
        return !isOrganisation && !HELPERS.contains(IptcCode.of(maker.attr("role")));
    }

    private String personName(Element maker) {
        var name = names.of(maker);
        return name != null ? name : PlainText.lineOrNull(maker.attr("literal"));
    }
}
