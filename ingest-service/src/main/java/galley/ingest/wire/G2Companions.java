package galley.ingest.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Element;

/** The pictures and other media that the packages of a message put with its texts. */
final class G2Companions {
    private final G2Message message;
    private final Map<String, List<Element>> byText = new HashMap<>();

    G2Companions(G2Message message, List<G2Groups> packages) {
        this.message = message;
        packages.stream().flatMap(one -> one.together().stream()).forEach(this::add);
    }

    /** References to what stands with the text that has this guid. */
    List<Element> of(String guid) {
        return byText.getOrDefault(guid.strip(), List.of());
    }

    /** A part of the group that has a text of its own is another story. */
    private void add(G2Groups.Together group) {
        var media = new ArrayList<>(others(group.own()));
        for (var part : group.parts()) {
            var others = others(part);
            if (others.size() == part.size()) {
                media.addAll(others);
            }
        }
        var few = media.stream().limit(Rendition.MOST).toList();
        for (var reference : group.own()) {
            if (isText(reference) && !few.isEmpty()) {
                byText.computeIfAbsent(guid(reference), key -> new ArrayList<>()).addAll(few);
            }
        }
    }

    private List<Element> others(List<Element> references) {
        return references.stream().filter(reference -> !isText(reference)).toList();
    }

    private boolean isText(Element reference) {
        return message.item(guid(reference))
                .map(item -> new G2Item(item, message).isText())
                .orElseGet(
                        () ->
                                XmlPath.first(reference, "itemClass")
                                        .filter(one -> IptcCode.of(one).equals("text"))
                                        .isPresent());
    }

    private static String guid(Element reference) {
        return reference.attr("residref").strip();
    }
}
