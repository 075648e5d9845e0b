package galley.ingest.json;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static galley.ingest.json.JsonFields.text;

/** Finds what is where in ninjs documents, however the versions and their users arrange it. */
final class NinjsDocument {
    /** Members of which an item has at least one, in lower case, from all versions. */
    private static final Set<String> VOCABULARY =
            Set.of(
                    "associations",
                    "bodies",
                    "byline",
                    "copyrightholder",
                    "copyrightnotice",
                    "descriptions",
                    "ednote",
                    "embargoed",
                    "embargoeduntil",
                    "firstcreated",
                    "headline",
                    "headlines",
                    "located",
                    "pubstatus",
                    "renditions",
                    "representationtype",
                    "slugline",
                    "usageterms",
                    "versioncreated");

    /** Members of Superdesk's items, as they are written there. */
    private static final Set<String> SUPERDESKS =
            Set.of(
                    "associations",
                    "copyrightholder",
                    "copyrightnotice",
                    "ednote",
                    "firstcreated",
                    "located",
                    "pubstatus",
                    "renditions",
                    "usageterms",
                    "versioncreated");

    /** The starts of members that 1.x lets everybody add to. */
    private static final Pattern OPEN = Pattern.compile("(?:body|description|headline)_.+");

    private static final Set<String> TYPES =
            Set.of(
                    "text",
                    "audio",
                    "video",
                    "picture",
                    "graphic",
                    "composite",
                    "component",
                    "event");

    private static final String[] NAMES = {"uri", "guid"};

    private NinjsDocument() {}

    /**
     * The elements of the document that should be items: the whole, or those of a list that has
     * one. Empty when the document is no ninjs.
     */
    static List<JsonNode> items(JsonNode root) {
        if (text(root, NAMES) != null) {
            return isItem(root) ? List.of(root) : List.of();
        }
        var lists = root.isArray() ? Stream.of(root) : members(root);
        return lists.map(JsonFields::elements)
                .filter(elements -> elements.stream().anyMatch(NinjsDocument::isItem))
                .findFirst()
                .orElse(List.of());
    }

    /**
     * Its uri names an item. Superdesk, the widest user, writes a guid instead; an object with a
     * guid is only one of these if it has another member that no other format has. A title is text:
     * where it is an object, somebody else's API answers.
     */
    private static boolean isItem(JsonNode node) {
        if (text(node, NAMES) == null || node.path("title").isObject()) {
            return false;
        }
        if (text(node, "uri") == null && !saysSo(node)) {
            return names(node).anyMatch(NinjsDocument::isSuperdesks);
        }
        var type = text(node, "type");
        return saysSo(node)
                || (type != null && TYPES.contains(type))
                || names(node)
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .anyMatch(
                                name -> VOCABULARY.contains(name) || OPEN.matcher(name).matches());
    }

    private static Stream<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey);
    }

    private static boolean isSuperdesks(String name) {
        return SUPERDESKS.contains(name) || OPEN.matcher(name).matches();
    }

    private static boolean saysSo(JsonNode node) {
        return Stream.of("standard", "$standard")
                .map(name -> text(node.path(name), "name"))
                .anyMatch("ninjs"::equals);
    }

    /**
     * The same with all names in lower case, for 2.x writes {@code pubstatus} and 3.x {@code
     * pubStatus}.
     */
    static JsonNode inLowerCase(JsonNode node) {
        if (node.isObject()) {
            var object = JsonNodeFactory.instance.objectNode();
            node.properties()
                    .forEach(
                            member ->
                                    object.set(
                                            member.getKey().toLowerCase(Locale.ROOT),
                                            inLowerCase(member.getValue())));
            return object;
        }
        if (node.isArray()) {
            var list = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> list.add(inLowerCase(element)));
            return list;
        }
        return node;
    }

    /**
     * The objects under the first of these names: what 1.x keeps in an object by name, later
     * versions keep in a list. One that stands alone is a list of itself.
     */
    static List<JsonNode> objects(JsonNode parent, String... names) {
        return Stream.of(names)
                .map(name -> parent.path(name))
                .map(NinjsDocument::objectsIn)
                .filter(objects -> !objects.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<JsonNode> objectsIn(JsonNode member) {
        if (member.isArray()) {
            return members(member).filter(JsonNode::isObject).toList();
        }
        var named =
                member.properties().stream()
                        .filter(one -> one.getValue() instanceof ObjectNode)
                        .map(one -> named(one.getKey(), (ObjectNode) one.getValue()))
                        .toList();
        return named.isEmpty() && !member.isEmpty() ? List.of(member) : named;
    }

    private static JsonNode named(String name, ObjectNode object) {
        return JsonNodeFactory.instance.objectNode().put("name", name).setAll(object);
    }

    /** What an object or a list holds. */
    private static Stream<JsonNode> members(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
