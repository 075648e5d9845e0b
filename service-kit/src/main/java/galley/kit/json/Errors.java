package galley.kit.json;

import java.util.ArrayList;
import java.util.List;

import galley.kit.problem.FieldError;
import galley.kit.problem.Problems;

/** Collects what is wrong with what was sent, so that its sender gets all of it in one answer. */
public final class Errors {
    /** More than anybody corrects at once; so that an answer has an end. */
    private static final int MAX = 20;

    private final List<FieldError> found = new ArrayList<>();

    /**
     * Notes what is wrong with a field; past a number that nobody corrects at once it is dropped.
     */
    public void add(String field, String message) {
        if (!isFull()) {
            found.add(new FieldError(field, message));
        }
    }

    /** Whether there is no use in looking for more. */
    public boolean isFull() {
        return found.size() >= MAX;
    }

    /** What was noted, in order. */
    public List<FieldError> found() {
        return List.copyOf(found);
    }

    /**
     * Refuses what stands at a path within what was sent.
     *
     * @throws galley.kit.problem.Problem 422 if anything was noted
     */
    public void throwIfAny(String path) {
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

    /**
     * Refuses what was sent.
     *
     * @throws galley.kit.problem.Problem 422 if anything was noted
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw Problems.unprocessable(found);
        }
    }
}
