package galley.editorial.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import galley.kit.paging.Cursor;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;
import galley.operations.staff.Staff;

/** The history of all articles. */
@ApplicationScoped
public class History implements PanacheRepositoryBase<HistoryEntry, Long> {
    private final Staff staff;

    History(Staff staff) {
        this.staff = staff;
    }

    /**
     * Remembers what happened and no figures count, in the caller's transaction and under the
     * article's row lock.
     *
     * @param chain the article's, which the transaction also writes
     */
    @Transactional(TxType.MANDATORY)
    public void append(Chain chain, Happening happening) {
        append(new HistoryEntry(chain, happening, null, traceId()));
    }

    /**
     * The entry for what happened, chained but not yet written: so an article that begins is
     * written once, its first entry's hash with it.
     *
     * @param chain the article's; it ends with the entry from now on
     * @param desk in whose queue the article is after it, for the figures; null for none
     */
    public HistoryEntry entry(Chain chain, Happening happening, String desk) {
        return new HistoryEntry(chain, happening, desk == null ? "" : desk, traceId());
    }

    /** Writes an entry, in the transaction that chained it. */
    @Transactional(TxType.MANDATORY)
    public void append(HistoryEntry entry) {
        persist(entry);
    }

    /** A page of an article's history, oldest first; empty when there is no such article. */
    public Page<HistoryView> page(UUID articleId, PageRequest request) {
        return page("articleId = ?1 and id > ?2 order by id", articleId, request);
    }

    /** A page of the entries that made an article's revisions, oldest first. */
    public Page<HistoryView> revisions(UUID articleId, PageRequest request) {
        return page(
                "articleId = ?1 and id > ?2 and revisionMade is not null order by id",
                articleId,
                request);
    }

    /** The entry that made a revision. */
    public Optional<HistoryView> revision(UUID articleId, long revision) {
        return views(list("articleId = ?1 and revisionMade = ?2", articleId, revision)).stream()
                .findFirst();
    }

    /**
     * An article's entries in the order of their times, to be put among other things.
     *
     * @param after a place by {@link #placeInTime}, or the time and the UUIDv7 of something else,
     *     which comes behind all entries with its time
     * @param most how many at most
     */
    public List<HistoryView> inTime(UUID articleId, Cursor after, int most) {
        boolean ofEntry = after.id().getMostSignificantBits() == 0;
        return views(
                find(
                                "from HistoryEntry e where e.articleId = ?1"
                                        + " and (e.at > ?2 or e.at = ?2 and e.id > ?3)"
                                        + " order by e.at, e.id",
                                articleId,
                                after.time(),
                                ofEntry ? after(after) : Long.MAX_VALUE)
                        .page(0, most)
                        .list());
    }

    /** Where an entry stands among those of its article, by time. */
    public static Cursor placeInTime(HistoryView entry) {
        return new Cursor(entry.at(), new UUID(0, entry.id()));
    }

    private Page<HistoryView> page(String query, UUID articleId, PageRequest request) {
        List<HistoryEntry> entries =
                find(query, articleId, after(request.after())).page(0, request.rowsToRead()).list();
        Page<HistoryEntry> page = Page.of(entries, request, History::place, Function.identity());
        return new Page<>(views(page.items()), page.next());
    }

    private List<HistoryView> views(List<HistoryEntry> entries) {
        Map<String, String> names = staff.names(entries.stream().map(e -> e.actor).toList());
        return entries.stream().map(e -> HistoryView.of(e, names.get(e.actor))).toList();
    }

    /** An article's entries are in the order of their numbers; the time is only for show. */
    private static Cursor place(HistoryEntry entry) {
        return new Cursor(entry.at, new UUID(0, entry.id));
    }

    private static long after(Cursor cursor) {
        return cursor == null ? 0 : cursor.id().getLeastSignificantBits();
    }

    /** Under which the services' traces have what happens now; null where there is no trace. */
    public static String traceId() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : null;
    }
}
