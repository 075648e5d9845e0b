package galley.editorial.profile;

import java.util.Arrays;
import java.util.Locale;

import galley.events.Kind;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Names of kinds and types, as they stand in addresses and sentences. */
final class Kinds {
    private Kinds() {}

    static String wireName(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The kind that stands in an address.
     *
     * @throws Problem 404 when there is none of this name
     */
    static Kind of(String segment) {
        return Arrays.stream(Kind.values())
                .filter(kind -> wireName(kind).equals(segment))
                .findFirst()
                .orElseThrow(() -> Problems.notFound("There is no kind of this name."));
    }
}
