package galley.editorial.search;

import java.util.Arrays;
import java.util.stream.Collectors;

import galley.events.WireName;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** States and kinds that query parameters name. */
final class NamedValue {
    private NamedValue() {}

    /**
     * The value that a parameter names.
     *
     * @throws Problem 400 when there is none of this name
     */
    static <E extends Enum<E>> E read(String parameter, String name, Class<E> type) {
        return WireName.read(name, type).orElseThrow(() -> unknown(parameter, type));
    }

    private static <E extends Enum<E>> Problem unknown(String parameter, Class<E> type) {
        String known =
                Arrays.stream(type.getEnumConstants())
                        .map(WireName::of)
                        .collect(Collectors.joining(", "));
        return Problems.of(
                400,
                "bad-" + parameter,
                "Bad " + parameter,
                "%s is one of %s.".formatted(parameter, known));
    }
}
