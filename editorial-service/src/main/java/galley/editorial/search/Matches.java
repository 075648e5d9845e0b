package galley.editorial.search;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;

import galley.editorial.stream.Followers;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;
import galley.kit.sql.NativeQueries;

/** Which articles match the searches that notify, as of when those were last held against them. */
@ApplicationScoped
class Matches {
    private static final String CHANGED =
            """
            select distinct article_id from change_log
            where position > :after and position <= :last and change is not null
            """;

    private static final String FORGET = "delete from saved_search_match where search_id = :search";

    private final Session database;
    private final Followers followers;
    private final FilterReader filters;

    Matches(Session database, Followers followers, FilterReader filters) {
        this.database = database;
        this.followers = followers;
        this.filters = filters;
    }

    /**
     * Notes what matches a search from the start: it is not news.
     *
     * @throws Problem 422 when that is too much to notify of
     */
    @Transactional(TxType.MANDATORY)
    void begin(SavedSearch search) {
        database.createNativeMutationQuery(FORGET)
                .setParameter("search", search.id)
                .executeUpdate();
        Filter filter = filters.read(search.query, search.owner);
        if (!search.notifies || filter.impossible()) {
            return;
        }
        Conditions conditions = filter.conditions();
        String matching =
                "select %s from %s where %s limit %d"
                        .formatted(
                                conditions.column("id"),
                                conditions.from(),
                                conditions.text(),
                                Counts.EXACT + 1);
        List<UUID> now =
                ArticleSearch.with(NativeQueries.values(database, matching, UUID.class), conditions)
                        .getResultList();
        if (now.size() > Counts.EXACT) {
            throw Problems.unprocessable(
                    "notify",
                    "More than %,d articles match: too many to tell of.".formatted(Counts.EXACT));
        }
        if (!now.isEmpty()) {
            add(search, now);
        }
    }

    /**
     * Takes articles that changed since searches were last held against them; what is taken is
     * taken once, in the caller's transaction.
     *
     * @return empty when there is nothing new, or another process is at it
     */
    @Transactional(TxType.MANDATORY)
    Optional<List<UUID>> takeChanged(int most) {
        return followers
                .next("searches", most)
                .map(
                        stretch ->
                                NativeQueries.values(database, CHANGED, UUID.class)
                                        .setParameter("after", stretch.after())
                                        .setParameter("last", stretch.last())
                                        .getResultList());
    }

    /**
     * Holds a search against articles.
     *
     * @return those of them that begin to match
     */
    @Transactional(TxType.MANDATORY)
    List<UUID> begun(SavedSearch search, List<UUID> articles) {
        Filter filter = filters.read(search.query, search.owner);
        if (filter.impossible()) {
            return List.of();
        }
        Conditions among = filter.conditions().with("id", "= any(:articles)");
        among.set("articles", articles.toArray(UUID[]::new));
        String matching =
                "select %s from %s where %s"
                        .formatted(among.column("id"), among.from(), among.text());
        List<UUID> now =
                ArticleSearch.with(NativeQueries.values(database, matching, UUID.class), among)
                        .getResultList();
        forgetOthers(search, articles, now);
        return now.isEmpty() ? List.of() : add(search, now);
    }

    private void forgetOthers(SavedSearch search, List<UUID> articles, List<UUID> matching) {
        database.createNativeMutationQuery(
                        FORGET
                                + " and article_id = any(:articles)"
                                + " and article_id <> all(:matching)")
                .setParameter("search", search.id)
                .setParameter("articles", articles.toArray(UUID[]::new))
                .setParameter("matching", matching.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** Those that did not match before. */
    private List<UUID> add(SavedSearch search, List<UUID> matching) {
        return NativeQueries.values(
                        database,
                        """
                        insert into saved_search_match (search_id, article_id)
                        select :search, article from unnest(:matching) as article
                        on conflict do nothing returning article_id
                        """,
                        UUID.class)
                .setParameter("search", search.id)
                .setParameter("matching", matching.toArray(UUID[]::new))
                .getResultList();
    }
}
