package galley.editorial.content;

import java.util.ArrayList;
import java.util.List;

import galley.kit.problem.FieldError;
import galley.kit.problem.Problems;

/** Collects what is wrong with a content, so that its writer gets all of it in one answer. */
final class Errors {
    private final List<FieldError> found = new ArrayList<>();

    void add(String field, String message) {
        found.add(new FieldError(field, message));
    }

    List<FieldError> found() {
        return List.copyOf(found);
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw Problems.unprocessable(found);
        }
    }
}
