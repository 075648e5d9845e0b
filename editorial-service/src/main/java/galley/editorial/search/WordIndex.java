package galley.editorial.search;

import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;
import org.hibernate.query.QueryFlushMode;

import galley.editorial.article.ContentWritten;
import galley.editorial.content.Content;
import galley.events.Attribution;
import galley.events.WireName;

/** Notes what an article is found by, in the transaction that writes its content. */
@ApplicationScoped
class WordIndex {
    /** Counts what is noted otherwise than before; articles noted in an older way are done anew. */
    static final short FORMAT = 2;

    private static final String WRITE =
            """
            insert into article_words
                (article_id, format, config, language, kind, section, tags, publishers, headline, words,
                created_at, workflow, publication, desk, assignee, source, priority)
            select id, :format, :config, :language, :kind, :section,
                :tags, :publishers, text_words(:config, :headline, :foldedHeadline)
                    || array_to_tsvector(:headlineMarks),
                text_words(:config, :text, :foldedText) || array_to_tsvector(:marks),
                created_at, workflow, publication, desk, assignee, source, priority
            from article where id = :article
            on conflict (article_id) do update set
                format = excluded.format, config = excluded.config, language = excluded.language,
                kind = excluded.kind, section = excluded.section, tags = excluded.tags,
                publishers = excluded.publishers, headline = excluded.headline,
                words = excluded.words
            """;

    private final Session database;

    WordIndex(Session database) {
        this.database = database;
    }

    @Transactional(TxType.MANDATORY)
    void note(@Observes ContentWritten written) {
        note(written.articleId(), written.content());
    }

    /** Notes a content that an article has now; the caller holds the article's row lock. */
    @Transactional(TxType.MANDATORY)
    void note(UUID article, Content content) {
        String headline = Objects.requireNonNullElse(content.headline(), "");
        String text = SearchText.of(content);
        String config = TextLanguage.configuration(content.language());
        database.createNativeMutationQuery(WRITE)
                // of the article's row, which is there: all else is written in one go later
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .setParameter("article", article)
                .setParameter("format", FORMAT)
                .setParameter("config", config)
                .setParameter("language", content.language(), String.class)
                .setParameter(
                        "kind",
                        content.kind() == null ? null : WireName.of(content.kind()),
                        String.class)
                .setParameter("section", content.section(), String.class)
                .setParameter("tags", content.tags().toArray(String[]::new))
                .setParameter(
                        "publishers",
                        Marks.attributions(content)
                                .map(Attribution::publisher)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toArray(String[]::new))
                .setParameter("headline", headline)
                .setParameter("foldedHeadline", SearchText.folded(headline))
                .setParameter("headlineMarks", new String[] {Marks.ofConfiguration(config)})
                .setParameter("text", text)
                .setParameter("foldedText", SearchText.folded(text))
                .setParameter("marks", Marks.of(content).toArray(String[]::new))
                .executeUpdate();
    }
}
