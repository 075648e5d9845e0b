package galley.editorial.intake;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** What a source sent after people had taken the article in hand. */
@Entity
@Table(name = "source_revision")
@IdClass(SourceRevision.Key.class)
class SourceRevision {
    @Id UUID articleId;
    @Id long itemRevision;

    /** The event as it came. */
    byte[] event;

    Instant keptAt;

    record Key(UUID articleId, long itemRevision) implements Serializable {}
}
