package galley.editorial.violation;

import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;

/** What the rules forbid, in one class; proves that each of them sees it. */
public final class KnowsTheWorld {
    /** An operation that says nothing of roles, and uses the database. */
    @GET
    public EntityManager openToAll() {
        return null;
    }
}
