package galley.kit.problem;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

/** Says of JSON that has no place in a record where it is wrong, and how. */
public final class JsonFault {
    private JsonFault() {}

    /** Where, such as {@code parts[2].alt}; empty for the whole. */
    public static String path(JsonMappingException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    /** What is wrong there, in a sentence for whoever sent it. */
    public static String message(JsonMappingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                    "There is no field named " + unknown.getPropertyName() + ".";
            case InvalidTypeIdException wrong -> "Its type is one of " + types(wrong) + ".";
            case MismatchedInputException wrong when wrong.getTargetType() != null ->
                    wanted(wrong.getTargetType());
            default -> "The value is of the wrong kind.";
        };
    }

    private static String wanted(Class<?> type) {
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "It is a list.";
        }
        if (type.isRecord()) {
            return "It is a JSON object.";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "It is true or false.";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "It is a number.";
        }
        return type == String.class ? "It is text." : "The value is of the wrong kind.";
    }

    private static String types(InvalidTypeIdException wrong) {
        var family = wrong.getBaseType().getRawClass().getAnnotation(JsonSubTypes.class);
        return Stream.of(family.value())
                .map(JsonSubTypes.Type::name)
                .collect(Collectors.joining(", "));
    }
}
