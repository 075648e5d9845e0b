package galley.publish.edition;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;

import galley.events.Article;
import galley.events.ArticleKilled;
import galley.kit.sql.NativeQueries;
import galley.messaging.Origin;
import galley.messaging.UnreadableEventException;
import galley.publish.ready.Changes;
import galley.publish.text.Headlines;

/**
 * Writes the edition. Each write is one statement that compares revisions, so that replicas that
 * write at the same time, events that come again and events that were overtaken all leave the
 * newest revision. What was killed never comes back.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class GuardedWrites {
    private static final String RELEASE =
            """
            insert into edition_article as held (id, revision, version, state, shown, slug, language,
                section, tags, bylines, sources, headline, published_at, updated_at, embargoed_until,
                changed_at, note, origin, article)
            values (:id, :revision, :version, :state, :shown, :slug, :language, :section, :tags,
                :bylines, :sources, :headline, :publishedAt, :updatedAt, :embargoedUntil, :changedAt, :note,
                :origin, cast(:article as jsonb))
            on conflict (id) do update set revision = excluded.revision, version = excluded.version,
                state = excluded.state, shown = held.shown or excluded.shown, slug = excluded.slug,
                language = excluded.language, section = excluded.section, tags = excluded.tags,
                bylines = excluded.bylines,
                stood = edition_stood(held.state, held.stood, held.section, held.tags, held.bylines,
                    held.language),
                sources = excluded.sources, headline = excluded.headline,
                published_at = excluded.published_at, updated_at = excluded.updated_at,
                embargoed_until = excluded.embargoed_until, changed_at = excluded.changed_at,
                note = excluded.note, origin = excluded.origin, article = excluded.article
            where held.revision < excluded.revision and held.state <> 'KILLED'
            returning shown
            """;

    private static final String KILL =
            """
            insert into edition_article as held (id, revision, version, state, shown, slug, language,
                tags, bylines, sources, headline, published_at, updated_at, changed_at, note)
            values (:id, :revision, :version, 'KILLED', false, :slug, :language, :none, :none,
                :none, :headline, :publishedAt, :updatedAt, :changedAt, :note)
            on conflict (id) do update set revision = excluded.revision, version = excluded.version,
                state = excluded.state, slug = excluded.slug, language = excluded.language,
                section = null, tags = excluded.tags, bylines = excluded.bylines,
                sources = excluded.sources,
                stood = edition_stood(held.state, held.stood, held.section, held.tags, held.bylines,
                    held.language),
                headline = case when held.shown then held.headline else excluded.headline end,
                published_at = excluded.published_at, updated_at = excluded.updated_at,
                embargoed_until = null, changed_at = excluded.changed_at, note = excluded.note,
                article = null
            where held.revision < excluded.revision
            returning shown, headline
            """;

    private static final String WITHHOLD =
            """
            update edition_article as held set revision = :revision, state = 'WITHHELD',
                changed_at = :now,
                stood = edition_stood(held.state, held.stood, held.section, held.tags, held.bylines,
                    held.language),
                article = jsonb_set(article, '{revision}', to_jsonb(cast(:revision as bigint)))
            where id = :id and revision < :revision and state <> 'KILLED'
            returning shown, article
            """;

    private static final String REINSTATE =
            """
            update edition_article set revision = :revision, changed_at = :now,
                state = case when embargoed_until > :now then 'EMBARGOED' else 'LIVE' end,
                shown = shown or embargoed_until is null or embargoed_until <= :now,
                article = jsonb_set(article, '{revision}', to_jsonb(cast(:revision as bigint)))
            where id = :id and revision < :revision and state = 'WITHHELD'
            returning state, article, note
            """;

    private static final String STANDS =
            "select exists (select from edition_article where id = :id and revision >= :least)";

    private static final String CLAIM_SLUG =
            """
            insert into edition_slug as held (slug, article, revision)
            values (:slug, :article, :revision)
            on conflict (slug) do update set revision = least(held.revision, excluded.revision)
            where held.article = excluded.article
            """;

    private final Session session;
    private final ArticleJson json;
    private final WordIndex words;
    private final Changes changes;

    GuardedWrites(Session session, ArticleJson json, WordIndex words, Changes changes) {
        this.session = session;
        this.json = json;
        this.words = words;
        this.changes = changes;
    }

    /**
     * Notes that an article has or had its slug. Overtaken revisions count too: their addresses
     * lead to the article for ever.
     *
     * @throws UnreadableEventException when the slug is another article's
     */
    void claimSlug(Article article) throws UnreadableEventException {
        int claimed =
                session.createNativeMutationQuery(CLAIM_SLUG)
                        .setParameter("slug", article.slug())
                        .setParameter("article", article.id())
                        .setParameter("revision", article.revision())
                        .executeUpdate();
        if (claimed == 0) {
            throw new UnreadableEventException(
                    "The slug " + article.slug() + " is another article's");
        }
        changes.changes(article.id());
    }

    /**
     * Puts a release into the edition, live or embargoed.
     *
     * @return empty when a newer revision or a kill stands there; else whether readers get or ever
     *     got a version of the article
     */
    Optional<Boolean> release(Article article, State state, String note, Instant now) {
        var shown = write(article, state, note, now);
        if (shown.isPresent()) {
            words.note(article);
            changes.changes(article.id());
        }
        return shown;
    }

    private Optional<Boolean> write(Article article, State state, String note, Instant now) {
        return NativeQueries.values(session, RELEASE, Boolean.class)
                .setParameter("id", article.id())
                .setParameter("revision", article.revision())
                .setParameter("version", article.version())
                .setParameter("state", state.name())
                .setParameter("shown", state == State.LIVE)
                .setParameter("slug", article.slug())
                .setParameter("language", article.language(), String.class)
                .setParameter("section", article.section(), String.class)
                .setParameter("tags", article.tags().toArray(String[]::new))
                .setParameter("bylines", article.bylines().toArray(String[]::new))
                .setParameter("sources", Sources.of(article))
                .setParameter("headline", Headlines.of(article))
                .setParameter("publishedAt", article.publishedAt())
                .setParameter("updatedAt", article.updatedAt())
                .setParameter("embargoedUntil", article.embargoedUntil(), Instant.class)
                .setParameter("changedAt", now)
                .setParameter("note", note, String.class)
                .setParameter("origin", Origin.current(), String.class)
                .setParameter("article", json.convertToDatabaseColumn(article))
                .getResultStream()
                .findFirst();
    }

    /**
     * Takes an article out of the edition; what stays is the notice.
     *
     * @param secret whether its embargo is in force: what nobody was shown then does not even leave
     *     its headline
     * @return empty when a newer revision stands there
     */
    Optional<Notice> kill(ArticleKilled kill, boolean secret, Instant now) {
        var notice = write(kill, secret, now);
        if (notice.isPresent()) {
            words.forget(kill.article().id());
            changes.changes(kill.article().id());
        }
        return notice;
    }

    private Optional<Notice> write(ArticleKilled kill, boolean secret, Instant now) {
        var article = kill.article();
        return session.createNativeQuery(KILL, Tuple.class)
                .setParameter("id", article.id())
                .setParameter("revision", article.revision())
                .setParameter("version", article.version())
                .setParameter("slug", article.slug())
                .setParameter("language", article.language(), String.class)
                .setParameter("none", new String[0])
                .setParameter("headline", secret ? null : article.headline(), String.class)
                .setParameter("publishedAt", article.publishedAt(), Instant.class)
                .setParameter("updatedAt", kill.decision().at())
                .setParameter("changedAt", now)
                .setParameter("note", kill.decision().note(), String.class)
                .getResultStream()
                .findFirst()
                .map(row -> new Notice(row.get(0, Boolean.class), row.get(1, String.class)));
    }

    /**
     * Keeps from readers what they had, or would have had.
     *
     * @return empty when a newer revision or a kill stands there
     */
    Optional<Withheld> withhold(Article decided, Instant now) {
        return change(WITHHOLD, decided, now)
                .map(row -> new Withheld(row.get(0, Boolean.class), article(row)));
    }

    /**
     * Gives readers what was withheld, or lets it wait for the end of its embargo.
     *
     * @return empty when a newer revision or a kill stands there, or it is not withheld
     */
    Optional<Reinstated> reinstate(Article decided, Instant now) {
        return change(REINSTATE, decided, now)
                .map(
                        row ->
                                new Reinstated(
                                        State.valueOf(row.get(0, String.class)),
                                        article(row),
                                        row.get(2, String.class)));
    }

    private Optional<Tuple> change(String statement, Article decided, Instant now) {
        changes.changes(decided.id());
        return session.createNativeQuery(statement, Tuple.class)
                .setParameter("id", decided.id())
                .setParameter("revision", decided.revision())
                .setParameter("now", now)
                .getResultStream()
                .findFirst();
    }

    private Article article(Tuple row) {
        return json.convertToEntityAttribute(row.get(1, Object.class).toString());
    }

    /** Whether this revision of an article, or a newer one, has been applied. */
    boolean stands(Article decided) {
        return NativeQueries.values(session, STANDS, Boolean.class)
                .setParameter("id", decided.id())
                .setParameter("least", decided.revision())
                .getSingleResult();
    }

    /**
     * What is kept from readers.
     *
     * @param shown whether readers ever got a version of it
     */
    record Withheld(boolean shown, Article article) {}

    /**
     * What readers get again.
     *
     * @param note the public note of the decision that made this version, or null
     */
    record Reinstated(State state, Article article, String note) {}

    /**
     * What stays of a killed article.
     *
     * @param shown whether readers ever got a version of it
     * @param headline null where it is nobody's business
     */
    record Notice(boolean shown, String headline) {}

    /** Shows an article if its embargo had ended at this time. */
    void showIfDue(UUID id, Instant now) {
        changes.changes(id);
        session.createNativeMutationQuery(
                        """
                        update edition_article set state = 'LIVE', shown = true, changed_at = :now
                        where id = :id and state = 'EMBARGOED' and embargoed_until <= :now
                        """)
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Shows an article whose embargo has ended. The caller holds its row. */
    void show(UUID id, Instant now) {
        changes.changes(id);
        session.createNativeMutationQuery(
                        """
                        update edition_article set state = 'LIVE', shown = true, changed_at = :now
                        where id = :id and state = 'EMBARGOED'
                        """)
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate();
    }
}
