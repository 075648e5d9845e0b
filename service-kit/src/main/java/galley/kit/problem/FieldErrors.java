package galley.kit.problem;

import java.util.Comparator;

import jakarta.validation.ConstraintViolation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;

/** Says where in a request's content an error is. */
final class FieldErrors {
    static final Comparator<FieldError> IN_ORDER =
            Comparator.comparing(FieldError::field).thenComparing(FieldError::message);

    private FieldErrors() {}

    static FieldError of(ConstraintViolation<?> violation) {
        var field = new StringBuilder();
        int depth = 0;
        for (var step : violation.getPropertyPath()) {
            // the first two name the method and its parameter, which say nothing to clients
            if (depth++ >= 2) {
                field.append(field.isEmpty() ? "" : ".").append(step);
            }
        }
        var path = field.isEmpty() ? violation.getPropertyPath().toString() : field.toString();
        return new FieldError(path, violation.getMessage());
    }

    static Problem of(JsonProcessingException unreadable) {
        if (unreadable instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return Problems.unprocessable(JsonFault.path(mapping), JsonFault.message(mapping));
        }
        if (unreadable instanceof JsonMappingException) {
            return Problems.unprocessable("", "The content is of the wrong kind.");
        }
        return Problems.of(
                400, "malformed-json", "Malformed JSON", unreadable.getOriginalMessage());
    }
}
