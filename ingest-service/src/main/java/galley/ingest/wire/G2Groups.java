package galley.ingest.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.jsoup.nodes.Element;

/** The groups of a packageItem of NewsML-G2: which items belong together, and in which order. */
final class G2Groups {
    private final Element packageItem;
    private final List<Element> groups;
    private final Map<String, Element> byId = new HashMap<>();

    G2Groups(Element packageItem) {
        this.packageItem = packageItem;
        this.groups = XmlPath.all(packageItem, "groupSet", "group");
        groups.forEach(group -> byId.putIfAbsent(group.attr("id"), group));
    }

    /** All that the package refers to, in the order of its groups from the root, each once. */
    List<Element> references() {
        var found = new ArrayList<Element>();
        var seen = new HashSet<Element>();
        root().ifPresent(group -> collect(group, seen, found));
        for (var group : groups) {
            collect(group, seen, found);
        }
        // Some leave out the groups.
        found.addAll(XmlPath.all(packageItem, "itemRef"));
        return found;
    }

    /** Whether the order of what the package refers to means something. */
    boolean isSequence() {
        return root().filter(group -> IptcCode.of(group.attr("mode")).equals("seq")).isPresent();
    }

    /**
     * What stands with an item in its group, and in those groups that are part of it and have no
     * text of their own.
     *
     * @param isText whether a reference is to a text
     */
    List<Element> companionsOf(String guid, Predicate<Element> isText) {
        var companions = new ArrayList<Element>();
        for (var group : groups) {
            var references = XmlPath.all(group, "itemRef");
            boolean isIn = references.stream().anyMatch(one -> isTo(one, guid));
            if (isIn) {
                companions.addAll(references);
                for (var part : parts(group)) {
                    var inPart = new ArrayList<Element>();
                    collect(part, new HashSet<>(Set.of(group)), inPart);
                    if (inPart.stream().noneMatch(isText)) {
                        companions.addAll(inPart);
                    }
                }
            }
        }
        companions.removeIf(one -> isTo(one, guid));
        return companions;
    }

    private static boolean isTo(Element reference, String guid) {
        return reference.attr("residref").strip().equals(guid.strip());
    }

    private void collect(Element group, Set<Element> seen, List<Element> found) {
        if (!seen.add(group)) {
            return;
        }
        for (var child : group.children()) {
            if (child.tag().localName().equalsIgnoreCase("itemRef")) {
                found.add(child);
            } else if (child.tag().localName().equalsIgnoreCase("groupRef")) {
                group(child.attr("idref")).ifPresent(part -> collect(part, seen, found));
            }
        }
    }

    private List<Element> parts(Element group) {
        return XmlPath.all(group, "groupRef").stream()
                .flatMap(reference -> group(reference.attr("idref")).stream())
                .toList();
    }

    private Optional<Element> root() {
        return XmlPath.first(packageItem, "groupSet").flatMap(set -> group(set.attr("root")));
    }

    private Optional<Element> group(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
