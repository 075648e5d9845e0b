package galley.editorial.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import galley.kit.json.StrictJson;

/**
 * Decides field by field between a source and the staff: what one of them changed counts. Where
 * both did, the staff's stays and a conflict is noted.
 */
final class FieldMerge {
    private final List<SourceConflict> conflicts = new ArrayList<>();

    /** What could not be decided so far. */
    List<SourceConflict> conflicts() {
        return List.copyOf(conflicts);
    }

    /** Notes that the staff changed what the source changed too. */
    void conflict(String field, Object before, Object source) {
        conflicts.add(
                new SourceConflict(field, StrictJson.treeOf(before), StrictJson.treeOf(source)));
    }

    /**
     * A field as it is to be.
     *
     * @param before what the source said when it was last taken
     * @param source what it says now
     * @param present what the article says
     */
    <T> T merge(String field, T before, T source, T present) {
        if (Objects.equals(before, source) || Objects.equals(source, present)) {
            return present;
        }
        if (!Objects.equals(before, present)) {
            conflict(field, before, source);
            return present;
        }
        return source;
    }

    /** A field as it is to be, whose own fields are decided one by one; null where all are null. */
    <T> T mergeInside(String field, T before, T source, T present, Class<T> type) {
        if (Objects.equals(before, source)) {
            return present;
        }
        ObjectNode was = members(before);
        ObjectNode is = members(source);
        ObjectNode merged = members(present);
        Set<String> names = new LinkedHashSet<>();
        was.fieldNames().forEachRemaining(names::add);
        is.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            merged.set(
                    name,
                    merge(
                            field + "." + name,
                            value(was, name),
                            value(is, name),
                            value(merged, name)));
        }
        boolean isEmpty = merged.valueStream().allMatch(JsonNode::isNull);
        return isEmpty ? null : StrictJson.bind(merged, type);
    }

    private static ObjectNode members(Object value) {
        return StrictJson.treeOf(value) instanceof ObjectNode members
                ? members
                : JsonNodeFactory.instance.objectNode();
    }

    private static JsonNode value(ObjectNode members, String name) {
        return members.has(name) ? members.get(name) : NullNode.instance;
    }
}
