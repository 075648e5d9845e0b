package galley.editorial.article;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import jakarta.persistence.Embeddable;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

import galley.editorial.staff.Actor;

/**
 * That an approved revision goes out by itself; each is a decision of its own, and never changes.
 */
@Embeddable
class Schedule {
    private Instant scheduledAt;
    private String scheduledBy;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<String> scheduledOverrides;

    /** For Hibernate. */
    protected Schedule() {}

    /**
     * Takes what was decided.
     *
     * @param overrides the checks that do not stop it then
     */
    Schedule(Instant at, Actor by, Set<String> overrides) {
        this.scheduledAt = at;
        this.scheduledBy = by.id();
        this.scheduledOverrides = List.copyOf(overrides);
    }

    Instant at() {
        return scheduledAt;
    }

    /** Whose decision it is. */
    Actor by() {
        return new Actor(scheduledBy);
    }

    /** The checks that do not stop it then. */
    Set<String> overrides() {
        return scheduledOverrides == null ? Set.of() : Set.copyOf(scheduledOverrides);
    }
}
