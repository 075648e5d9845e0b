package galley.publish.rebuild;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;

import galley.kit.sql.NativeQueries;

/**
 * Compares the editions while both change, so that little is left to be done while everybody waits:
 * what is the same at a revision and a state is the same as long as both have these. Columns that
 * are made from the article, and that no reader sees, are brought up to date here.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class Comparison {
    /** Of this and that edition the row without what tells how it came about. */
    static final String SAME =
            """
            (to_jsonb(o) - cast('{changed_at, shown, origin}' as text[]))
                = (to_jsonb(n) - cast('{changed_at, shown, origin}' as text[]))
            """;

    private static final UUID FIRST = new UUID(0, 0);
    private static final int ARTICLES = 200;

    private static final String CHUNK =
            """
            select id from rebuild.edition_article where id > :after order by id limit :most
            """;

    private static final String PAIRS =
            """
            o.id = n.id and n.id > :after and n.id <= :last
                and o.revision = n.revision and o.state = n.state
            """;

    private static final String RENEW =
            """
            update edition_article as o set (%s) = row(%s)
            from rebuild.edition_article as n
            where
            """
                    + PAIRS
                    + """
                    and o.state <> 'KILLED' and o.version = n.version and o.slug = n.slug
                        and o.note is not distinct from n.note and o.article = n.article and not
                    """
                    + SAME;

    private static final String NOTE =
            """
            insert into rebuild.compared (id, revision, state)
            select o.id, o.revision, o.state from edition_article as o, rebuild.edition_article as n
            where
            """
                    + PAIRS
                    + " and "
                    + SAME
                    + " on conflict do nothing";

    private final Session session;
    private final Staging staging;
    private final Rebuilds rebuilds;

    Comparison(Session session, Staging staging, Rebuilds rebuilds) {
        this.session = session;
        this.staging = staging;
        this.rebuilds = rebuilds;
    }

    /**
     * Compares the next articles.
     *
     * @return whether there were any
     */
    boolean next(Rebuild rebuild) {
        var after = rebuild.compared == null ? FIRST : rebuild.compared;
        List<UUID> ids =
                NativeQueries.values(session, CHUNK, UUID.class)
                        .setParameter("after", after)
                        .setParameter("most", ARTICLES)
                        .getResultList();
        if (ids.isEmpty()) {
            return false;
        }
        var columns =
                staging.columns("edition_article", "id", "changed_at", "shown", "stood", "origin");
        var renew = RENEW.formatted(Staging.list(columns, ""), Staging.list(columns, "n."));
        int renewed = run(renew, after, ids.getLast());
        run(NOTE, after, ids.getLast());
        rebuilds.compared(rebuild.id, ids.getLast(), renewed);
        return true;
    }

    private int run(String statement, UUID after, UUID last) {
        return session.createNativeMutationQuery(statement)
                .setParameter("after", after)
                .setParameter("last", last)
                .executeUpdate();
    }
}
