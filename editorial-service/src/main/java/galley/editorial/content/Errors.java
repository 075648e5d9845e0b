package galley.editorial.content;

import java.util.ArrayList;
import java.util.List;

import galley.kit.problem.FieldError;
import galley.kit.problem.Problems;

/** Collects what is wrong with a content, so that its writer gets all of it in one answer. */
final class Errors {
    /** More than anybody corrects at once; so that an answer has an end. */
    private static final int MAX = 20;

    private final List<FieldError> found = new ArrayList<>();

    void add(String field, String message) {
        if (!isFull()) {
            found.add(new FieldError(field, message));
        }
    }

    /** Whether there is no use in looking for more. */
    boolean isFull() {
        return found.size() >= MAX;
    }

    List<FieldError> found() {
        return List.copyOf(found);
    }

    /** Refuses what stands at a path within what was sent. */
    void throwIfAny(String path) {
        if (!found.isEmpty()) {
            throw Problems.unprocessable(
                    found.stream()
                            .map(error -> new FieldError(join(path, error), error.message()))
                            .toList());
        }
    }

    private static String join(String path, FieldError error) {
        return error.field().isEmpty() ? path : path + "." + error.field();
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw Problems.unprocessable(found);
        }
    }
}
