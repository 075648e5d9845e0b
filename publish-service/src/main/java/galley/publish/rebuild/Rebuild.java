package galley.publish.rebuild;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.apache.kafka.common.TopicPartition;
import org.hibernate.annotations.Immutable;

/** A rebuild, as it was read; {@link Rebuilds} writes the rows. */
@Entity
@Immutable
@Table(name = "edition_rebuild")
class Rebuild {
    @Id UUID id;

    @Enumerated(EnumType.STRING)
    State state;

    Instant requestedAt;
    String requestedBy;
    boolean removeUnknown;
    Instant finishedAt;

    @Column(columnDefinition = "jsonb")
    @Convert(converter = Offsets.class)
    Map<TopicPartition, Long> positions;

    @Column(columnDefinition = "jsonb")
    @Convert(converter = Offsets.class)
    Map<TopicPartition, Long> ends;

    long events;
    UUID compared;
    long articles;
    long renewed;
    long missed;
    long changed;
    long unknown;
    long removed;
    long announced;
    long problems;
    String obstacle;

    /** For Hibernate. */
    protected Rebuild() {}

    /** What becomes of a rebuild. */
    enum State {
        /** It is made; the old edition is served. */
        RUNNING,
        /** The new edition is served. */
        FINISHED,
        /** The old edition is served, and it can't be made anew from this log. */
        FAILED,
        /** The old edition is served, as somebody wanted. */
        CANCELED
    }

    /** Whether anything has been read yet. */
    boolean hasBegun() {
        return !positions.isEmpty();
    }
}
