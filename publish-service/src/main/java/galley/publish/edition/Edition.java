package galley.publish.edition;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

import galley.kit.paging.Cursor;
import galley.kit.sql.NativeQueries;
import galley.publish.product.Product;

/** What is live, and what was, for those who read it. */
@ApplicationScoped
public class Edition {
    private static final String BY_ID =
            "from Entry e where e.state in (LIVE, KILLED) and e.id = :id";
    private static final String TOLD_BY_ID =
            "from Entry e where (e.state in (LIVE, KILLED) or e.shown) and e.id = :id";
    private static final String BY_SLUG =
            """
            from Entry e where e.state in (LIVE, KILLED)
            and e.id = (select s.article from Slug s where s.slug = :slug)
            """;
    private static final String LIVE_BY_ID =
            "from Entry e where e.state = LIVE and e.id > :after order by e.id";

    private static final String BYLINES =
            """
            select distinct array(select jsonb_array_elements_text(article -> 'bylines'))
            from edition_article
            where state = 'LIVE' and jsonb_array_length(article -> 'bylines') > 0
            """;

    private static final String LIVE_SLUGS =
            "select id, slug from edition_article where state = 'LIVE' and id in (:ids)";

    private static final String SHOWN_PICTURE =
            """
            select jsonb_path_query_first(article, '$.parts[*].picture ? (@.hash == $hash).type',
                jsonb_build_object('hash', cast(:hash as text))) #>> '{}' as type, id
            from edition_article
            where state = 'LIVE' and jsonb_path_query_array(article, '$.parts[*].picture.hash')
                @> jsonb_build_array(cast(:hash as text))
            limit 1
            """;

    private final EntityManager entities;
    private final Audience audience;
    private final ObjectMapper json;

    Edition(EntityManager entities, Audience audience, ObjectMapper json) {
        this.entities = entities;
        this.audience = audience;
        this.json = json;
    }

    /**
     * Whatever the present request reads here from now on leaves out the articles that are not of
     * this product.
     */
    public void limitTo(Product product) {
        try {
            audience.limitTo(product);
            entities.unwrap(Session.class)
                    .enableFilter(Entry.OF_PRODUCT)
                    .setParameter(Entry.PRODUCT, json.writeValueAsString(product));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A product of no JSON", e);
        }
    }

    /** The same list without what the present request must not see. */
    ArticleQuery narrowed(ArticleQuery query) {
        var product = Audience.product();
        try {
            return product == null ? query : query.ofProduct(json.writeValueAsString(product));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A product of no JSON", e);
        }
    }

    /** The article of an id, live or killed. */
    public Optional<Entry> find(UUID id) {
        return entities.createQuery(BY_ID, Entry.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /**
     * The article of an id if the world was told of it: live, killed, or kept from readers after
     * they had it.
     */
    public Optional<Entry> findTold(UUID id) {
        return entities.createQuery(TOLD_BY_ID, Entry.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** What readers get of an article; empty when it is not here. */
    public Optional<State> state(UUID id) {
        return entities.createQuery("select e.state from Entry e where e.id = :id", State.class)
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
        return killed("select e.id, e.revision, e.changedAt ", Version.class, from, limit);
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

    /** A page of the live articles; the query has no words. */
    public List<Entry> list(ArticleQuery asked, int limit) {
        var query = narrowed(asked);
        var select = select(query.sql(), Entry.class);
        query.parameters().forEach(select::setParameter);
        return select.setMaxResults(limit).getResultList();
    }

    /**
     * Which articles {@link #list} would answer, in this order and at which revisions, without
     * reading them.
     */
    public List<Version> versions(ArticleQuery asked, int limit) {
        var query = narrowed(asked);
        var select =
                select(query.versionSql(), Tuple.class)
                        .addScalar("id", UUID.class)
                        .addScalar("revision", Long.class)
                        .addScalar("changed_at", Instant.class);
        query.parameters().forEach(select::setParameter);
        return select.setMaxResults(limit).getResultList().stream()
                .map(
                        row ->
                                new Version(
                                        row.get(0, UUID.class),
                                        row.get(1, Long.class),
                                        row.get(2, Instant.class)))
                .toList();
    }

    /** The places of a page of the live articles in their list, without reading them. */
    public List<Cursor> places(ArticleQuery asked, int limit) {
        var query = narrowed(asked);
        var select =
                select(query.placeSql(), Tuple.class)
                        .addScalar("place_time", Instant.class)
                        .addScalar("place_id", UUID.class);
        query.parameters().forEach(select::setParameter);
        return select.setMaxResults(limit).getResultList().stream()
                .map(row -> new Cursor(row.get(0, Instant.class), row.get(1, UUID.class)))
                .toList();
    }

    /**
     * Live articles in the order of their ids, which no change of theirs touches.
     *
     * @param after the id after which they begin, or null for the first
     */
    public List<Entry> liveAfter(UUID after, int limit) {
        return entities.createQuery(LIVE_BY_ID, Entry.class)
                .setParameter("after", after == null ? new UUID(0, 0) : after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Every section of live articles, each once, in no order. */
    public Set<String> sections() {
        return Set.copyOf(
                entities.createQuery(
                                "select distinct e.section from Entry e where e.state = LIVE and"
                                        + " e.section is not null",
                                String.class)
                        .getResultList());
    }

    /** The bylines that live articles have, each combination once, in no order. */
    public Set<List<String>> bylines() {
        return NativeQueries.values(entities, BYLINES, String[].class).getResultList().stream()
                .map(List::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Every tag of live articles, each once, in no order. */
    public Set<String> tags() {
        return Set.copyOf(
                NativeQueries.values(
                                entities,
                                "select distinct unnest(tags) from edition_article where state ="
                                        + " 'LIVE'",
                                String.class)
                        .getResultList());
    }

    /** Which of these articles are live. */
    public Set<UUID> liveOf(Collection<UUID> ids) {
        return ids.isEmpty() ? Set.of() : Set.copyOf(live("select e.id ", UUID.class, ids));
    }

    /**
     * The present slugs of those of these articles that are live, of whatever product: they are as
     * readers of the site may see them.
     */
    public Map<UUID, String> liveSlugs(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : entities.unwrap(Session.class)
                        .createNativeQuery(LIVE_SLUGS, Tuple.class)
                        .addScalar("id", UUID.class)
                        .addScalar("slug", String.class)
                        .setParameterList("ids", ids)
                        .getResultStream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.get(0, UUID.class),
                                        row -> row.get(1, String.class)));
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

    private <T> NativeQuery<T> select(String sql, Class<T> type) {
        return entities.unwrap(Session.class).createNativeQuery(sql, type);
    }

    /**
     * A picture that readers may have.
     *
     * @param type its media type
     * @param article a live article that shows it; of several any
     */
    public record ShownPicture(String type, UUID article) {}

    /**
     * A picture that a live article shows; empty for any other.
     *
     * @param hash any text
     */
    public Optional<ShownPicture> shownPicture(String hash) {
        return entities.unwrap(Session.class)
                .createNativeQuery(SHOWN_PICTURE, Tuple.class)
                .setParameter("hash", hash)
                .uniqueResultOptional()
                .filter(row -> row.get(0) != null)
                .map(row -> new ShownPicture(row.get(0, String.class), row.get(1, UUID.class)));
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
