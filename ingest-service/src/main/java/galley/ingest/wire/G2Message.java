package galley.ingest.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jsoup.nodes.Element;

/** A document of NewsML-G2: a message with its items, or one item by itself. */
final class G2Message {
    /** All items of NewsML-G2. */
    private static final Set<String> ITEMS =
            Set.of(
                    "newsitem",
                    "packageitem",
                    "conceptitem",
                    "knowledgeitem",
                    "planningitem",
                    "catalogitem");

    private final Element root;
    private final Map<String, Element> items = new HashMap<>();
    private final G2Companions companions;

    G2Message(Element root) {
        this.root = root;
        root.stream()
                .filter(this::isItem)
                .forEach(item -> items.putIfAbsent(item.attr("guid").strip(), item));
        var packages =
                root.stream()
                        .filter(one -> one.tag().localName().equalsIgnoreCase("packageItem"))
                        .map(G2Groups::new)
                        .toList();
        companions = new G2Companions(this, packages);
    }

    Element root() {
        return root;
    }

    /**
     * Whether an element is an item. A package without a guid only lists what the message holds,
     * and is none.
     */
    boolean isItem(Element element) {
        var name = element.tag().localName().toLowerCase(Locale.ROOT);
        boolean isOwn = element.tag().namespace().equals(root.tag().namespace());
        boolean isList = name.equals("packageitem") && element.attr("guid").isBlank();
        return ITEMS.contains(name) && isOwn && !isList;
    }

    /** The item of the message that has this guid. */
    Optional<Element> item(String guid) {
        return Optional.ofNullable(items.get(guid.strip()));
    }

    /** References to the media that a package of the message puts with a text. */
    List<Element> companionsOf(String guid) {
        return companions.of(guid);
    }

    /** Who sent the message, or null. */
    String sender() {
        return XmlPath.value(root, "header", "sender");
    }

    /** How soon the message wants to be dealt with; or null. */
    Integer priority() {
        return IptcCode.level(XmlPath.value(root, "header", "priority"));
    }
}
