package galley.publish.access;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.SecurityIdentity;

import galley.operations.staff.CallingStaff;

/** Whoever sent the present request, and whose role was checked. */
@ApplicationScoped
public class Caller {
    private final CallingStaff staff;
    private final SecurityIdentity identity;

    Caller(CallingStaff staff, SecurityIdentity identity) {
        this.staff = staff;
        this.identity = identity;
    }

    /** Whose what the caller makes is, by a pseudonym: {@code staff:<uuid>}. */
    public String owner() {
        return staff.actor();
    }

    /** Whose things the caller sees: an owner, or null for everybody's. */
    public String ownerInSight() {
        return isAdmin() ? null : owner();
    }

    /** Whether the caller may see and change what is this owner's. */
    public boolean mayManage(String owner) {
        return isAdmin() || owner().equals(owner);
    }

    /** Whether the caller manages what is anybody's. */
    public boolean isAdmin() {
        return identity.hasRole(Roles.ADMIN);
    }
}
