package galley.events;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The names that states, kinds and types have in JSON and addresses, such as {@code in-review}. */
public final class WireName {
    private WireName() {}

    /** The name of a value. */
    public static String of(Enum<?> value) {
        return of(value.name());
    }

    /** The name of a value that is called so in code and in databases, as {@code IN_REVIEW} is. */
    public static String of(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The value of this name; empty when there is none. */
    public static <E extends Enum<E>> Optional<E> read(String name, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> of(value).equals(name))
                .findFirst();
    }
}
