package galley.editorial.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import galley.editorial.content.Content;
import galley.editorial.diff.PartChange.What;
import galley.events.Part;
import galley.kit.json.StrictJson;

/** Compares two contents field by field and part by part, their texts word by word. */
final class Comparison {
    private static final List<String> NOT_FIELDS = List.of("parts", "proposals");
    private static final List<String> NOT_A_PARTS_FIELDS = List.of("id", "body");
    private static final List<String> NOT_FIELDS_OF_ONE_ALONE = List.of("id", "body", "type");
    private static final Set<String> IN_DEPTH = Set.of("attribution", "dateline", "rights");

    /** Short texts that people write; in all others a change is a change of the whole. */
    private static final Set<String> TEXTS = Set.of("headline", "standfirst", "caption", "alt");

    private final Effort effort;

    /** Takes how much may be done for all texts together. */
    Comparison(Effort effort) {
        this.effort = effort;
    }

    ContentDiff of(Content before, Content after) {
        return new ContentDiff(
                fields(StrictJson.treeOf(before), StrictJson.treeOf(after), NOT_FIELDS),
                parts(before.parts(), after.parts()));
    }

    private List<FieldChange> fields(JsonNode before, JsonNode after, List<String> without) {
        var old = flat(before, without);
        var now = flat(after, without);
        Set<String> names = new LinkedHashSet<>(old.keySet());
        names.addAll(now.keySet());
        List<FieldChange> changes = new ArrayList<>();
        for (String name : names) {
            JsonNode was = old.getOrDefault(name, NullNode.instance);
            JsonNode is = now.getOrDefault(name, NullNode.instance);
            if (!was.equals(is)) {
                changes.add(new FieldChange(name, was, is, words(name, was, is)));
            }
        }
        return changes;
    }

    private List<Run> words(String name, JsonNode was, JsonNode is) {
        return TEXTS.contains(name) ? TextDiff.of(was.textValue(), is.textValue(), effort) : null;
    }

    private static Map<String, JsonNode> flat(JsonNode json, List<String> without) {
        Map<String, JsonNode> flat = new LinkedHashMap<>();
        json.properties()
                .forEach(
                        member -> {
                            String name = member.getKey();
                            if (IN_DEPTH.contains(name)
                                    && member.getValue() instanceof ObjectNode inner) {
                                inner.properties()
                                        .forEach(
                                                it ->
                                                        flat.put(
                                                                name + "." + it.getKey(),
                                                                it.getValue()));
                            } else if (!without.contains(name)) {
                                flat.put(name, member.getValue());
                            }
                        });
        flat.values().removeIf(JsonNode::isNull);
        return flat;
    }

    private List<PartChange> parts(List<Part> before, List<Part> after) {
        var old = places(before);
        var now = places(after);
        var still =
                Moves.staying(
                        before.stream().map(Part::id).toList(),
                        after.stream().map(Part::id).toList());
        List<PartChange> changes = new ArrayList<>();
        for (Part part : after) {
            Integer from = old.get(part.id());
            if (from == null) {
                changes.add(alone(part, What.ADDED, null, now.get(part.id())));
            } else {
                var change =
                        change(
                                before.get(from),
                                part,
                                from,
                                now.get(part.id()),
                                !still.contains(part.id()));
                if (!change.change().isEmpty()) {
                    changes.add(change);
                }
            }
        }
        before.stream()
                .filter(part -> !now.containsKey(part.id()))
                .forEach(part -> changes.add(alone(part, What.REMOVED, old.get(part.id()), null)));
        return changes;
    }

    private static Map<String, Integer> places(List<Part> parts) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            places.put(parts.get(i).id(), i);
        }
        return places;
    }

    private PartChange change(Part before, Part after, int from, int to, boolean moved) {
        JsonNode was = StrictJson.treeOf(before);
        JsonNode is = StrictJson.treeOf(after);
        var fields = fields(was, is, NOT_A_PARTS_FIELDS);
        String oldBody = was.path("body").textValue();
        String newBody = is.path("body").textValue();
        List<Run> words =
                Objects.equals(oldBody, newBody)
                        ? List.of()
                        : TextDiff.of(oldBody, newBody, effort);
        List<What> what = new ArrayList<>();
        if (moved) {
            what.add(What.MOVED);
        }
        if (!fields.isEmpty() || !words.isEmpty()) {
            what.add(What.CHANGED);
        }
        return new PartChange(after.id(), type(is), what, from, to, fields, words);
    }

    private PartChange alone(Part part, What what, Integer from, Integer to) {
        JsonNode nothing = JsonNodeFactory.instance.objectNode();
        JsonNode json = StrictJson.treeOf(part);
        JsonNode was = what == What.ADDED ? nothing : json;
        JsonNode is = what == What.ADDED ? json : nothing;
        return new PartChange(
                part.id(),
                type(json),
                List.of(what),
                from,
                to,
                fields(was, is, NOT_FIELDS_OF_ONE_ALONE),
                TextDiff.of(was.path("body").textValue(), is.path("body").textValue(), effort));
    }

    private static String type(JsonNode part) {
        return part.path("type").asText();
    }
}
