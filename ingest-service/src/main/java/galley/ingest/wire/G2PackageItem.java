package galley.ingest.wire;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

import galley.ingest.format.Entry;
import galley.ingest.format.ItemDraft;

/**
 * A packageItem of NewsML-G2: items that an agency has put together. An editor gets the list of
 * them, and the pictures that can be shown.
 */
final class G2PackageItem {
    /** More than anybody reads. */
    private static final int MOST = 1_000;

    private final G2Item item;
    private final ItemDraft draft;
    private final Filing filing = new Filing();

    G2PackageItem(G2Item item, ItemDraft draft) {
        this.item = item;
        this.draft = draft;
    }

    Entry read() {
        G2Metadata.read(item, draft, filing);
        draft.type = "composite";
        var groups = new G2Groups(item.element());
        var references = groups.references().stream().limit(MOST).toList();
        var media = new G2Media(item);
        media.read(draft);
        var texts =
                references.stream()
                        .filter(reference -> !media.addReferred(reference, draft))
                        .toList();
        if (draft.headline == null) {
            draft.headline =
                    references.stream()
                            .map(this::title)
                            .flatMap(Optional::stream)
                            .findFirst()
                            .orElse(null);
        }
        WireBody.put(list(texts, groups.isSequence() ? "ol" : "ul"), draft, filing);
        return draft.toEntry();
    }

    private Element list(List<Element> references, String kind) {
        var body = NitfText.emptyTree();
        var list = body.appendElement(kind);
        references.forEach(reference -> add(reference, list));
        return body;
    }

    private void add(Element reference, Element list) {
        var title = title(reference);
        if (title.isEmpty()) {
            return;
        }
        var entry = list.appendElement("li");
        var href = reference.attr("href").strip();
        if (href.matches("(?i)https?://.+")) {
            entry.appendElement("a").attr("href", href).text(title.get());
        } else {
            entry.text(title.get());
        }
        var summary = XmlPath.line(reference, "description");
        if (summary != null) {
            entry.appendElement("br");
            entry.appendText(summary);
        }
    }

    /** What the referred item is called: by itself, if it came along, else by the package. */
    private Optional<String> title(Element reference) {
        var own =
                item.message()
                        .item(reference.attr("residref"))
                        .map(one -> new G2Item(one, item.message()).headlineLine());
        return own.or(
                () ->
                        Stream.of("headline", "title", "slugline")
                                .map(name -> XmlPath.line(reference, name))
                                .filter(Objects::nonNull)
                                .findFirst());
    }
}
