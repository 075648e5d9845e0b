package galley.publish.edition;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.hibernate.Session;

import galley.kit.paging.Cursor;

/** What is live, and what was, for those who read it. */
@ApplicationScoped
public class Edition {
    private static final String BY_ID =
            "from Entry e where e.state in (LIVE, KILLED) and e.id = :id";
    private static final String BY_SLUG =
            """
            from Entry e where e.state in (LIVE, KILLED)
            and e.id = (select s.article from Slug s where s.slug = :slug)
            """;
    private static final String PICTURE_TYPE =
            """
            select jsonb_path_query_first(article, '$.parts[*].picture ? (@.hash == $hash).type',
                jsonb_build_object('hash', cast(:hash as text))) #>> '{}'
            from edition_article
            where state = 'LIVE' and jsonb_path_query_array(article, '$.parts[*].picture.hash')
                @> jsonb_build_array(cast(:hash as text))
            limit 1
            """;

    private final EntityManager entities;

    Edition(EntityManager entities) {
        this.entities = entities;
    }

    /** The article of an id, live or killed. */
    public Optional<Entry> find(UUID id) {
        return entities.createQuery(BY_ID, Entry.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** The article that has or had this slug, live or killed. */
    public Optional<Entry> find(String slug) {
        return entities.createQuery(BY_SLUG, Entry.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    /**
     * The killed articles that readers had, the latest kill first.
     *
     * @param from only those that stood in this list; null for all
     */
    public List<Entry> killed(Stood from, int limit) {
        return killed("", Entry.class, from, limit);
    }

    /** Which articles {@link #killed} would answer, and at which revisions. */
    public List<Version> killedVersions(Stood from, int limit) {
        return killed("select e.id, e.revision ", Version.class, from, limit);
    }

    private <T> List<T> killed(String select, Class<T> type, Stood from, int limit) {
        var hql =
                select
                        + "from Entry e where e.state = KILLED and e.shown"
                        + (from == null ? "" : " and array_contains(e.stood, :from)")
                        + " order by e.changedAt desc, e.id desc";
        var query = entities.createQuery(hql, type).setMaxResults(limit);
        return (from == null ? query : query.setParameter("from", from.digest())).getResultList();
    }

    /** A page of the live articles. */
    public List<Entry> list(ArticleQuery query, int limit) {
        return list(query, query.hql(), Entry.class, limit);
    }

    /**
     * Which articles {@link #list} would answer, in this order and at which revisions, without
     * reading them.
     */
    public List<Version> versions(ArticleQuery query, int limit) {
        return list(query, query.versionHql(), Version.class, limit);
    }

    /** The places of a page of the live articles in their list, without reading them. */
    public List<Cursor> places(ArticleQuery query, int limit) {
        return list(query, query.placeHql(), Cursor.class, limit);
    }

    /** Which of these articles are live. */
    public Set<UUID> liveOf(Collection<UUID> ids) {
        return ids.isEmpty() ? Set.of() : Set.copyOf(live("select e.id ", UUID.class, ids));
    }

    /** Those of these articles that are live, in no order. */
    public List<Entry> live(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : live("", Entry.class, ids);
    }

    private <T> List<T> live(String select, Class<T> type, Collection<UUID> ids) {
        return entities.createQuery(
                        select + "from Entry e where e.state = LIVE and e.id in :ids", type)
                .setParameter("ids", ids)
                .getResultList();
    }

    private <T> List<T> list(ArticleQuery query, String hql, Class<T> type, int limit) {
        var select = entities.createQuery(hql, type).setMaxResults(limit);
        query.parameters().forEach(select::setParameter);
        return select.getResultList();
    }

    /**
     * The media type of a picture that a live article shows; empty for any other.
     *
     * @param hash any text
     */
    public Optional<String> pictureType(String hash) {
        return entities.unwrap(Session.class)
                .createNativeQuery(PICTURE_TYPE, String.class)
                .setParameter("hash", hash)
                .uniqueResultOptional();
    }

    /** When the edition last changed in any way, kills included; null when it is empty. */
    public Instant lastChange() {
        return entities.createQuery("select max(e.changedAt) from Entry e", Instant.class)
                .getSingleResult();
    }

    /** Every slug that an article has or had, the oldest first. */
    public List<String> slugs(UUID id) {
        return entities.createQuery(
                        "select s.slug from Slug s where s.article = :id order by s.revision,"
                                + " s.slug",
                        String.class)
                .setParameter("id", id)
                .getResultList();
    }
}
