package galley.editorial.intake;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import galley.editorial.staff.Actor;

/** What a source sent after people had taken the article in hand. */
@Entity
@Table(name = "source_revision")
@IdClass(SourceRevision.Key.class)
class SourceRevision {
    static final String TAKEN = "taken";
    static final String LEFT = "left";

    @Id UUID articleId;
    @Id long itemRevision;

    /** The event as it came. */
    byte[] event;

    Instant keptAt;

    /** {@code taken} or {@code left}; null until somebody decides. */
    String decision;

    String decidedBy;
    Instant decidedAt;

    void decide(String what, Actor by, Instant at) {
        decision = what;
        decidedBy = by.id();
        decidedAt = at;
    }

    record Key(UUID articleId, long itemRevision) implements Serializable {}
}
