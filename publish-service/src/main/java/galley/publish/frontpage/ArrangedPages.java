package galley.publish.frontpage;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.hibernate.Session;

import galley.events.PageArranged;
import galley.kit.sql.NativeQueries;
import galley.publish.ready.Changes;

/** The newest revision of each page. */
@ApplicationScoped
class ArrangedPages {
    private static final String KEEP =
            """
            insert into arranged_page as held (key, revision, page)
            values (:key, :revision, cast(:page as jsonb))
            on conflict (key) do update set revision = excluded.revision, page = excluded.page
            where held.revision < excluded.revision
            """;

    private static final String PRESENT =
            "select cast(page as text) from arranged_page where page is not null";

    private final Session session;
    private final Changes changes;
    private final ObjectMapper json;

    ArrangedPages(Session session, Changes changes, ObjectMapper json) {
        this.session = session;
        this.changes = changes;
        this.json = json;
    }

    /** Keeps a page unless a newer revision stands there. One that was deleted keeps its place. */
    @Transactional(TxType.MANDATORY)
    void keep(PageArranged page) {
        session.createNativeMutationQuery(KEEP)
                .setParameter("key", page.page())
                .setParameter("revision", page.revision())
                .setParameter("page", page.deleted() ? null : write(page), String.class)
                .executeUpdate();
        changes.everythingChanges();
    }

    /** Every page that there is, in no order. There are as many as sections, and one more. */
    List<PageArranged> all() {
        return NativeQueries.values(session, PRESENT, String.class).getResultList().stream()
                .map(this::read)
                .toList();
    }

    private String write(PageArranged page) {
        try {
            return json.writeValueAsString(page);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A page of no JSON", e);
        }
    }

    private PageArranged read(String page) {
        try {
            return json.readValue(page, PageArranged.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A page was kept that is no JSON", e);
        }
    }
}
