package galley.publish.rebuild;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;

import galley.kit.sql.NativeQueries;
import galley.publish.edition.Entry;
import galley.publish.edition.Restatement;
import galley.publish.edition.State;

/**
 * Puts the new edition in the old one's place, in the caller's transaction. Readers get the old one
 * until it commits, and the new one from then on; whoever writes waits. Rows that are the same stay
 * as they are, so it takes as long as there are differences.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class EditionSwitch {
    /** Shorter than PostgreSQL takes to look for deadlocks: if there is one, this gives way. */
    private static final String PATIENCE = "800ms";

    private static final int AT_ONCE = 100;

    private static final String SHOW_DUE =
            """
            update rebuild.edition_article set state = 'LIVE', shown = true
            where state = 'EMBARGOED' and embargoed_until <= :now
            """;

    /** A killed article keeps the headline that readers knew it by, whichever edition knows it. */
    private static final String KEEP_HEADLINES =
            """
            update rebuild.edition_article as n set headline = o.headline from edition_article as o
            where o.id = n.id and o.state = 'KILLED' and n.state = 'KILLED'
                and n.headline is null and o.headline is not null
            """;

    /**
     * The newer revision counts, and of equal ones the new edition's; but what was killed in either
     * stays killed. Told is what the world knows otherwise.
     */
    private static final String DIFFERENCES =
            """
            insert into rebuild.difference (id, was, older, told)
            select n.id, o.state, o.id is null or o.revision < n.revision,
                case n.state
                    when 'LIVE' then o.id is null or o.state <> 'LIVE' or o.revision < n.revision
                        or o.article <> n.article or o.note is distinct from n.note
                    when 'KILLED' then o.state is distinct from 'KILLED'
                    else coalesce(o.state = 'LIVE', n.shown)
                end
            from rebuild.edition_article as n
            left join edition_article as o on o.id = n.id
            left join rebuild.compared as c on c.id = n.id
            where (c.id is null or o.id is null or c.revision <> n.revision or c.state <> n.state
                    or c.revision <> o.revision or c.state <> o.state)
                and (o.id is null
                    or (n.state = 'KILLED' and o.state <> 'KILLED')
                    or (o.revision <= n.revision
                        and (n.state = 'KILLED' or o.state <> 'KILLED')
                        and not
            """
                    + Comparison.SAME
                    + "))";

    private static final String HISTORY =
            """
            update rebuild.edition_article as n set
                changed_at = case when d.told or d.was is distinct from n.state then :now
                    else o.changed_at end,
                shown = n.shown or coalesce(o.shown, false),
                stood = array(select distinct unnest(n.stood || coalesce(o.stood, '{}'))),
                origin = coalesce(n.origin, o.origin)
            from rebuild.difference as d left join edition_article as o on o.id = d.id
            where n.id = d.id
            """;

    private static final String TAKE_ARTICLES =
            """
            insert into edition_article (%1$s)
            select %2$s from rebuild.edition_article as n
            where id in (select id from rebuild.difference)
            on conflict (id) do update set (%1$s) = row(%3$s)
            """;

    /** Of what was killed nothing is to be found any more. */
    private static final String FORGET_WORDS =
            """
            delete from edition_words
            where article in (select id from rebuild.difference)
                and article not in (select article from rebuild.edition_words)
            """;

    private static final String TAKE_WORDS =
            """
            insert into edition_words (%1$s)
            select %2$s from rebuild.edition_words as n
            where article in (select id from rebuild.difference)
            on conflict (article) do update set (%1$s) = row(%3$s)
            """;

    /** Nothing goes of which an event could not be read: the log does know of it. */
    private static final String UNKNOWN =
            """
            insert into rebuild.unknown (id, gone)
            select o.id, :remove and n.id is null and not exists (
                select from edition_rebuild_problem as p
                where p.rebuild = :id and p.key = cast(o.id as text))
            from edition_article as o left join rebuild.edition_article as n on n.id = o.id
            where o.state <> 'KILLED'
                and (n.id is null or (n.state <> 'KILLED' and o.revision > n.revision))
            """;

    private static final String TAKE_SLUGS =
            """
            insert into edition_slug as held (%1$s)
            select %2$s from rebuild.edition_slug as n left join edition_slug as o on o.slug = n.slug
            where o.slug is null or (o.article, o.revision) <> (n.article, n.revision)
            on conflict (slug) do update set (%1$s) = row(%3$s)
            """;

    private static final String TAKE_PAGES =
            """
            insert into arranged_page as held (%1$s)
            select %2$s from rebuild.arranged_page as n
            on conflict (key) do update set (%1$s) = row(%3$s)
            where held.revision <= excluded.revision
            """;

    private static final String COUNT =
            """
            select (select count(*) from edition_article) as articles,
                count(*) filter (where not older and not told and was = n.state) as renewed,
                count(*) filter (where older) as missed,
                count(*) filter (where not older and (told or was is distinct from n.state))
                    as changed,
                (select count(*) from rebuild.unknown) as unknown,
                (select count(*) from rebuild.unknown where gone) as removed,
                count(*) filter (where told) as announced
            from rebuild.difference as d join rebuild.edition_article as n on n.id = d.id
            """;

    private final Session session;
    private final Staging staging;
    private final Restatement restatement;
    private final Rebuilds rebuilds;
    private final Clock clock;

    EditionSwitch(
            Session session,
            Staging staging,
            Restatement restatement,
            Rebuilds rebuilds,
            Clock clock) {
        this.session = session;
        this.staging = staging;
        this.restatement = restatement;
        this.rebuilds = rebuilds;
        this.clock = clock;
    }

    /** Lets nobody write to the edition until the transaction ends; fails soon if others do. */
    void lock() {
        NativeQueries.values(
                        session,
                        "select set_config('lock_timeout', '" + PATIENCE + "', true)",
                        String.class)
                .getSingleResult();
        for (var table : Staging.TABLES) {
            run("lock table " + table + " in exclusive mode");
        }
    }

    /** Takes the new edition over, and tells the world what it was not told or told otherwise. */
    SwitchCounts take(Rebuild rebuild) {
        var now = clock.instant();
        run(SHOW_DUE, now);
        run(KEEP_HEADLINES);
        run(DIFFERENCES);
        run(HISTORY, now);
        take("edition_article", TAKE_ARTICLES);
        run(FORGET_WORDS);
        take("edition_words", TAKE_WORDS);
        noteUnknown(rebuild);
        take("edition_slug", TAKE_SLUGS);
        take("arranged_page", TAKE_PAGES);
        announce(now);
        if (rebuild.removeUnknown) {
            removeUnknown(now);
        }
        return count();
    }

    private void noteUnknown(Rebuild rebuild) {
        session.createNativeMutationQuery(UNKNOWN)
                .setParameter("remove", rebuild.removeUnknown)
                .setParameter("id", rebuild.id)
                .executeUpdate();
        for (var id : ids("select id from rebuild.unknown order by id limit " + AT_ONCE)) {
            rebuilds.problem(
                    rebuild.id,
                    new RebuildProblem(
                            null,
                            null,
                            null,
                            id.toString(),
                            "The log does not know of this article, or not of its revision."));
        }
    }

    /** Takes rows over by a statement into which the table's columns are put. */
    private void take(String table, String statement) {
        var columns = staging.columns(table);
        run(
                statement.formatted(
                        Staging.list(columns, ""),
                        Staging.list(columns, "n."),
                        Staging.list(columns, "excluded.")));
    }

    private void announce(Instant now) {
        forEach(
                "select id from rebuild.difference where told and id > :after order by id",
                entry -> restatement.announce(entry, now));
    }

    private void removeUnknown(Instant now) {
        forEach(
                "select id from rebuild.unknown where gone and id > :after order by id",
                entry -> {
                    if (entry.state() == State.LIVE) {
                        restatement.announceGone(entry, now);
                    }
                });
        run(
                "delete from edition_slug where article in"
                        + " (select id from rebuild.unknown where gone)");
        run(
                "delete from edition_words where article in (select id from rebuild.unknown where"
                        + " gone)");
        run("delete from edition_article where id in (select id from rebuild.unknown where gone)");
        run("delete from arranged_page where key not in (select key from rebuild.arranged_page)");
    }

    /** Some at a time, however many there are. */
    private void forEach(String query, Consumer<Entry> action) {
        var after = new UUID(0, 0);
        while (after != null) {
            List<UUID> ids =
                    NativeQueries.values(session, query, UUID.class)
                            .setParameter("after", after)
                            .setMaxResults(AT_ONCE)
                            .getResultList();
            for (var id : ids) {
                action.accept(session.find(Entry.class, id));
            }
            session.clear();
            after = ids.isEmpty() ? null : ids.getLast();
        }
    }

    private SwitchCounts count() {
        return session.createNativeQuery(COUNT, Object[].class)
                .setTupleTransformer(
                        (row, _) ->
                                new SwitchCounts(
                                        (Long) row[0],
                                        (Long) row[1],
                                        (Long) row[2],
                                        (Long) row[3],
                                        (Long) row[4],
                                        (Long) row[5],
                                        (Long) row[6]))
                .getSingleResult();
    }

    private List<UUID> ids(String query) {
        return NativeQueries.values(session, query, UUID.class).getResultList();
    }

    private void run(String statement) {
        session.createNativeMutationQuery(statement).executeUpdate();
    }

    private void run(String statement, Instant now) {
        session.createNativeMutationQuery(statement).setParameter("now", now).executeUpdate();
    }
}
