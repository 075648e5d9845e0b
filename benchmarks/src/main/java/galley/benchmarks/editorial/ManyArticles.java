package galley.benchmarks.editorial;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Random;

import galley.localstack.Database;

/** Puts articles into editorial's tables, as if they had been written and released long ago. */
final class ManyArticles {
    static final int COUNT = 1_000_000;
    static final int WORDS = 120;

    /** Each stands in many articles: it is the number of rows that counts. */
    private static final int TEXTS = 5_000;

    private static final String ADD_TEXT =
            """
            insert into text_pool
            select ?, jsonb_build_object('headline', headline, 'language', 'en', 'kind', 'original',
                    'section', 'World', 'tags', jsonb_build_array('ports'), 'bylines', '[]'::jsonb,
                    'subjects', '[]'::jsonb, 'proposals', '[]'::jsonb, 'parts', jsonb_build_array(
                        jsonb_build_object('type', 'original', 'id', 'p1', 'body',
                            '<p>' || body || '</p>'))),
                text_words('english', headline, headline)
                    || array_to_tsvector(array['@config:english']),
                text_words('english', headline || ' ports ' || body, headline || ' ports ' || body)
                    || array_to_tsvector(array['@config:english', '@language:en', '@tag:ports',
                        '@kind:original', '@section:world'])
            from (values (?, ?)) as given (headline, body)
            """;

    /** Faster without the indexes, and without a look at each row's references. */
    private static final String FILL =
            """
            set session_replication_role = replica;
            set maintenance_work_mem = '1GB';
            drop index article_words_words;
            insert into article (id, revision, version, workflow, publication, touched, slug,
                    content, corrections, published_at, created_at, updated_at, live_version,
                    publication_revision, released_revision, history_hash, desk, priority)
                select gen_random_uuid(), 4, released, case when released = 1 then 'RELEASED'
                        when numbered.n %% 4 = 0 then 'IN_REVIEW' else 'RECEIVED' end,
                    case when released = 1 then 'LIVE' else 'UNPUBLISHED' end, true,
                    case when released = 1 then 'article-' || numbered.n end, text.content, '[]',
                    case when released = 1 then at end, at, at, released, 0,
                    case when released = 1 then 4 end, repeat('0', 64),
                    'desk ' || numbered.n %% 12, 1 + numbered.n %% 9
                from (select n, case when n %% 10 < 7 then 1 else 0 end as released,
                        now() - n * interval '1 minute' as at from generate_series(1, %1$d) as n)
                    as numbered
                join text_pool as text on text.n = numbered.n %% %2$d;
            insert into article_words (article_id, format, config, language, kind, section, tags,
                    publishers, headline, words, created_at, workflow, publication, desk,
                    assignee, source, priority)
                select a.id, 2, 'english', 'en', 'original', 'World', '{ports}', '{}',
                    text.headline, text.words || time_marks(a.created_at), a.created_at, a.workflow, a.publication, a.desk,
                    a.assignee, a.source, a.priority
                from article a join text_pool as text
                    on text.content ->> 'headline' = a.headline
                where a.desk like 'desk %%';
            create index article_words_words on article_words using gin (words);
            drop table text_pool;
            """
                    .formatted(COUNT, TEXTS);

    private ManyArticles() {}

    /**
     * Fills the tables.
     *
     * @param editorial the service's database
     * @param superuser of the same server
     */
    static void fill(Database editorial, Database superuser) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                editorial.url(), superuser.user(), superuser.password());
                var statement = connection.createStatement()) {
            statement.execute(
                    "create table text_pool (n int primary key, content jsonb, headline tsvector,"
                            + " words tsvector)");
            var random = new Random(1);
            try (var add = connection.prepareStatement(ADD_TEXT)) {
                for (int n = 0; n < TEXTS; n++) {
                    add.setInt(1, n);
                    add.setString(2, Words.some(6, random) + " no " + Words.word(100_000 + n));
                    add.setString(3, Words.some(WORDS, random));
                    add.addBatch();
                }
                add.executeBatch();
            }
            statement.execute(FILL);
            statement.execute("vacuum analyze article, article_words");
            statement.execute("checkpoint");
        }
    }
}
