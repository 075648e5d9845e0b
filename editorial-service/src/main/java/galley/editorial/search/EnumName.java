package galley.editorial.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Names of states and kinds as JSON and query parameters have them, such as {@code in-review}. */
final class EnumName {
    private EnumName() {}

    /** The name of a value. */
    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The value that a parameter names.
     *
     * @throws Problem 400 when there is none of this name
     */
    static <E extends Enum<E>> E read(String parameter, String name, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> of(value).equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(parameter, type));
    }

    private static <E extends Enum<E>> Problem unknown(String parameter, Class<E> type) {
        String known =
                Arrays.stream(type.getEnumConstants())
                        .map(EnumName::of)
                        .collect(Collectors.joining(", "));
        return Problems.of(
                400,
                "bad-" + parameter,
                "Bad " + parameter,
                "%s is one of %s.".formatted(parameter, known));
    }
}
