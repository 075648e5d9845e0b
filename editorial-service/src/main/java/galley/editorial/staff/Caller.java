package galley.editorial.staff;

import java.util.Set;

/**
 * Who asks for a change, and from where.
 *
 * @param address the client's network address; null for what came as an event
 * @param roles the roles of the token; none for what came as an event
 */
public record Caller(Actor actor, String address, Set<String> roles) {

    /** Copies the roles. */
    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Somebody whose change came as an event. */
    public static Caller of(Actor actor) {
        return new Caller(actor, null, Set.of());
    }
}
