package galley.editorial.history;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import galley.events.Publication;
import galley.events.Workflow;

/** A row of the history; the database refuses to change one. */
@Entity
@Immutable
@Table(name = "history")
class HistoryEntry {
    /**
     * Given under the article's row lock, so that it counts an article's entries in their order.
     */
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    UUID articleId;
    Instant at;
    String actor;
    String address;
    String step;

    @Enumerated(EnumType.STRING)
    Workflow fromWorkflow;

    @Enumerated(EnumType.STRING)
    Workflow toWorkflow;

    @Enumerated(EnumType.STRING)
    Publication fromPublication;

    @Enumerated(EnumType.STRING)
    Publication toPublication;

    Long revisionSeen;
    Long revisionMade;
    int version;
    String note;
    String internalNote;
    String traceId;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> details;
}
