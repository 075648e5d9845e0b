package galley.operations.decision;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import galley.kit.problem.Problem;

/** Somebody wants to decide what has been decided. */
public final class AlreadyDecided {
    private AlreadyDecided() {}

    /**
     * 409 {@code already-decided}, with the members {@code state}, {@code decidedBy} and {@code
     * decidedAt}.
     *
     * @param state what became of it
     * @param decidedBy who decided; null where nobody had to
     */
    public static Problem problem(Enum<?> state, String decidedBy, Instant decidedAt) {
        String name = state.name().toLowerCase(Locale.ROOT);
        Map<String, Object> members = new HashMap<>();
        members.put("state", name);
        members.put("decidedAt", decidedAt);
        if (decidedBy != null) {
            members.put("decidedBy", decidedBy);
        }
        return new Problem(
                409,
                "already-decided",
                "Already decided",
                "It was " + name + " at " + decidedAt + ".",
                members);
    }
}
