package galley.kit.json;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import galley.kit.problem.JsonFault;

/** Makes records of JSON, and notes all that has no place in them rather than only the first. */
final class Binding {
    private final ObjectMapper mapper;
    private final Errors errors;

    Binding(ObjectMapper mapper, Errors errors) {
        this.mapper = mapper;
        this.errors = errors;
    }

    /** The record; empty where something was noted. */
    <T> Optional<T> bind(JsonNode json, Class<T> type) {
        if (json.isNull()) {
            errors.add("", "It is a JSON object.");
            return Optional.empty();
        }
        JsonNode rest = json.deepCopy();
        boolean sound = true;
        while (!errors.isFull()) {
            try {
                T bound = mapper.treeToValue(rest, type);
                return sound ? Optional.of(bound) : Optional.empty();
            } catch (JsonMappingException e) {
                boolean gone = !sound && e.getPath().isEmpty() && takeOutLists(rest);
                if (!gone && !noted(e, rest)) {
                    return Optional.empty();
                }
                sound = false;
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("What was read before can't be read", e);
            }
        }
        return Optional.empty();
    }

    /** Notes an error; whether there may be more. */
    private boolean noted(JsonMappingException e, JsonNode rest) {
        errors.add(JsonFault.path(e), complaint(e));
        return takeOut(e.getPath(), rest);
    }

    /** Without what was wrong, the next error shows. */
    private static boolean takeOut(List<Reference> path, JsonNode json) {
        if (path.isEmpty()) {
            return false;
        }
        JsonNode parent = json;
        for (Reference step : path.subList(0, path.size() - 1)) {
            parent =
                    step.getFieldName() == null
                            ? parent.path(step.getIndex())
                            : parent.path(step.getFieldName());
        }
        Reference last = path.getLast();
        return switch (parent) {
            case ObjectNode object -> object.remove(last.getFieldName()) != null;
            case ArrayNode list when list.has(last.getIndex()) -> {
                list.setNull(last.getIndex()); // the others keep their numbers
                yield true;
            }
            default -> false;
        };
    }

    /**
     * Makes way for a record that takes no list with an empty place, such as {@link #takeOut}
     * leaves; by then all elements have been looked at. Whether there was a list.
     */
    private static boolean takeOutLists(JsonNode json) {
        int before = json.size();
        if (json instanceof ObjectNode object) {
            object.removeIf(JsonNode::isArray);
        }
        return json.size() < before;
    }

    private String complaint(JsonMappingException e) {
        return e instanceof InvalidFormatException wrong && wrong.getTargetType().isEnum()
                ? "It is one of " + values(wrong.getTargetType()) + "."
                : JsonFault.message(e);
    }

    private String values(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(value -> mapper.valueToTree(value).textValue())
                .collect(Collectors.joining(", "));
    }
}
