package galley.editorial.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

import galley.editorial.workflow.Standing;
import galley.events.Publication;
import galley.events.Workflow;

/**
 * A row of the history; the database refuses to change one, except that its address may be
 * forgotten.
 */
@Entity
@Immutable
@Table(name = "history")
public class HistoryEntry {
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

    /**
     * In whose queue the article was then; empty for none, null where that was not noted. It is not
     * hashed, so that entries from before it was noted are chained like all others.
     */
    String desk;

    /** SHA-256 of it and of the entry before, in hexadecimal. */
    String hash;

    /** For Hibernate. */
    protected HistoryEntry() {}

    /** What happened, behind an article's newest entry; not yet written. */
    HistoryEntry(Chain chain, Happening happening, String inDesk, String trace) {
        articleId = happening.articleId();
        at = happening.at().truncatedTo(ChronoUnit.MICROS); // as many as the database keeps
        actor = happening.by().actor().id();
        address = happening.by().address();
        step = happening.step();
        Standing before = happening.before();
        fromWorkflow = before == null ? null : before.workflow();
        fromPublication = before == null ? null : before.publication();
        toWorkflow = happening.after().workflow();
        toPublication = happening.after().publication();
        revisionSeen = happening.revisionSeen();
        revisionMade = happening.revisionMade();
        version = happening.after().version();
        note = happening.reason().note();
        internalNote = happening.reason().internalNote();
        traceId = trace;
        details = happening.details();
        desk = inDesk;
        hash = chain.extend(chained());
    }

    private ChainedFields chained() {
        return new ChainedFields(
                articleId,
                at,
                actor,
                step,
                name(fromWorkflow),
                name(fromPublication),
                name(toWorkflow),
                name(toPublication),
                revisionSeen,
                revisionMade,
                version,
                note,
                internalNote,
                traceId,
                CanonicalJson.treeOf(details));
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }
}
