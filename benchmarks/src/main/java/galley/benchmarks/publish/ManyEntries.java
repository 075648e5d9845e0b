package galley.benchmarks.publish;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import galley.localstack.Database;

/** Makes many articles of one that is live, each under an id and a slug of its own. */
final class ManyEntries {
    /** Whatever columns the table has, a copy differs in these alone. */
    private static final String COPY =
            """
            insert into edition_article
            select copy.* from generate_series(?, ?) as n, edition_article as one, lateral (
                select gen_random_uuid() as id, 'article-' || n as slug,
                    now() - n * interval '1 minute' as at) as own,
                lateral jsonb_populate_record(one, jsonb_build_object(
                    'id', own.id, 'slug', own.slug, 'published_at', own.at, 'updated_at', own.at,
                    'changed_at', own.at,
                    'article', one.article || jsonb_build_object('id', own.id, 'slug', own.slug)))
                    as copy
            where one.id = (select id from edition_article where state = 'LIVE' limit 1)
            """;

    private static final String SLUGS =
            """
            insert into edition_slug (slug, article, revision)
            select slug, id, revision from edition_article on conflict do nothing
            """;

    private ManyEntries() {}

    /**
     * Adds copies, numbered from one after the other.
     *
     * @param publish the service's database
     * @param superuser of the same server
     */
    static void add(Database publish, Database superuser, int first, int last) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                publish.url(), superuser.user(), superuser.password());
                var statement = connection.createStatement()) {
            // they are not news to anybody
            statement.execute("set session_replication_role = replica");
            try (var copy = connection.prepareStatement(COPY)) {
                copy.setInt(1, first);
                copy.setInt(2, last);
                copy.executeUpdate();
            }
            statement.execute(SLUGS);
            statement.execute("vacuum analyze edition_article, edition_slug");
            statement.execute("notify edition, '*'");
        }
    }
}
