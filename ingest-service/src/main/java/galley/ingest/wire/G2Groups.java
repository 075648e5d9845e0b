package galley.ingest.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** The references of each group, and of those groups that it refers to. */
    List<Together> together() {
        return groups.stream()
                .map(
                        group ->
                                new Together(
                                        XmlPath.all(group, "itemRef"),
                                        XmlPath.all(group, "groupRef").stream()
                                                .flatMap(part -> group(part.attr("idref")).stream())
                                                .map(part -> XmlPath.all(part, "itemRef"))
                                                .toList()))
                .toList();
    }

    /**
     * What a group puts together.
     *
     * @param own the references of the group itself
     * @param parts those of each group that is a part of it
     */
    record Together(List<Element> own, List<List<Element>> parts) {}

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

    private Optional<Element> root() {
        return XmlPath.first(packageItem, "groupSet").flatMap(set -> group(set.attr("root")));
    }

    private Optional<Element> group(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
