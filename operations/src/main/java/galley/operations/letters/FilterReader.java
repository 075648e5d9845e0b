package galley.operations.letters;

import java.util.Locale;

import galley.kit.problem.Problem;
import galley.kit.problem.Problems;
import galley.messaging.DeadLetter;
import galley.messaging.DeadLetterFilter;

/** Reads the query parameters of a list of letters. */
final class FilterReader {
    private FilterReader() {}

    /**
     * Reads the parameters as they came, null or empty where they are absent.
     *
     * @throws Problem 400 for a state that there is not
     */
    static DeadLetterFilter read(String state, String topic, String group, String key) {
        return new DeadLetterFilter(
                state(orNull(state)), orNull(topic), orNull(group), orNull(key));
    }

    private static DeadLetter.State state(String name) {
        if (name == null) {
            return DeadLetter.State.WAITING;
        }
        for (DeadLetter.State state : DeadLetter.State.values()) {
            if (state.name().toLowerCase(Locale.ROOT).equals(name)) {
                return state;
            }
        }
        throw Problems.of(
                400, "bad-state", "Bad state", "state is one of waiting, retried, discarded.");
    }

    private static String orNull(String parameter) {
        return parameter == null || parameter.isEmpty() ? null : parameter;
    }
}
