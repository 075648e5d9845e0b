package galley.editorial.history;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;

import galley.editorial.workflow.Standing;
import galley.kit.paging.Cursor;
import galley.kit.paging.PageRequest;

/** The history of all articles. */
@ApplicationScoped
public class History implements PanacheRepositoryBase<HistoryEntry, Long> {

    /** Remembers what happened, in the caller's transaction and under the article's row lock. */
    @Transactional(TxType.MANDATORY)
    public void append(Happening happening) {
        HistoryEntry entry = new HistoryEntry();
        entry.articleId = happening.articleId();
        entry.at = happening.at();
        entry.actor = happening.by().actor().id();
        entry.address = happening.by().address();
        entry.step = happening.step();
        Standing before = happening.before();
        entry.fromWorkflow = before == null ? null : before.workflow();
        entry.fromPublication = before == null ? null : before.publication();
        entry.toWorkflow = happening.after().workflow();
        entry.toPublication = happening.after().publication();
        entry.revisionSeen = happening.revisionSeen();
        entry.revisionMade = happening.revisionMade();
        entry.version = happening.after().version();
        entry.note = happening.reason().note();
        entry.internalNote = happening.reason().internalNote();
        entry.traceId = traceId();
        persist(entry);
    }

    /** A page of an article's history, oldest first; empty when there is no such article. */
    List<HistoryEntry> page(UUID articleId, PageRequest request) {
        return find("articleId = ?1 and id > ?2 order by id", articleId, after(request.after()))
                .page(Page.ofSize(request.rowsToRead()))
                .list();
    }

    /** An article's entries are in the order of their numbers; the time is only for show. */
    static Cursor place(HistoryEntry entry) {
        return new Cursor(entry.at, new UUID(0, entry.id));
    }

    private static long after(Cursor cursor) {
        return cursor == null ? 0 : cursor.id().getLeastSignificantBits();
    }

    private static String traceId() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : null;
    }
}
