package galley.ingest.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jsoup.nodes.Element;

/** The names of people, organisations, places and other concepts in NewsML-G2. */
final class G2Names {
    /** Roles of names that are not what people call it. */
    private static final Set<String> SHORT = Set.of("short", "mnemonic", "sort");

    private static final List<String> IDS = List.of("qcode", "uri", "literal");

    private final String language;
    private final Map<String, Element> assertions = new HashMap<>();

    /** For the concepts of an item, whose assertions may name what its properties do not. */
    G2Names(Element item, String language) {
        this.language = language;
        for (var assertion : XmlPath.all(item, "assert")) {
            IDS.forEach(id -> assertions.putIfAbsent(id + assertion.attr(id).strip(), assertion));
        }
    }

    /** What the concept that a property refers to is called; null when nothing tells. */
    String of(Element property) {
        var own = name(XmlPath.all(property, "name"));
        return own != null ? own : asserted(property);
    }

    private String name(List<Element> names) {
        var full =
                names.stream()
                        .filter(name -> !SHORT.contains(IptcCode.of(name.attr("role"))))
                        .toList();
        return Localized.first(language, full.isEmpty() ? names : full)
                .map(XmlPath::line)
                .orElse(null);
    }

    private String asserted(Element property) {
        return IDS.stream()
                .filter(id -> !property.attr(id).isBlank())
                .map(id -> assertions.get(id + property.attr(id).strip()))
                .filter(Objects::nonNull)
                .map(assertion -> name(XmlPath.all(assertion, "name")))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
