package galley.editorial.desk;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What somebody is in a desk; each may do what the ones before it may. */
public enum DeskRole {
    /** Writes. */
    WRITER,

    /** Also reviews. */
    EDITOR,

    /** Also releases. */
    PUBLISHER;

    /** The role's name, as tokens carry it too. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role of a name.
     *
     * @throws IllegalArgumentException when there is none
     */
    @JsonCreator
    public static DeskRole of(String name) {
        return Arrays.stream(values())
                .filter(role -> role.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No role of a desk: " + name));
    }

    /** The highest of these roles' names; empty when none of them writes. */
    static Optional<DeskRole> highest(Set<String> roles) {
        return Arrays.stream(values())
                .filter(role -> roles.contains(role.wireName()))
                .max(Comparator.naturalOrder());
    }

    boolean isAtLeast(DeskRole other) {
        return compareTo(other) >= 0;
    }
}
