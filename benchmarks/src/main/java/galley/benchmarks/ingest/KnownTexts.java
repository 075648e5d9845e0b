package galley.benchmarks.ingest;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import galley.localstack.Database;

/** Puts items with signatures into ingest's tables, as other sources would have brought them. */
final class KnownTexts {
    static final int COUNT = 1_000_000;

    /** Faster without the index, and without a look at each row's references. */
    private static final String FILL =
            """
            set session_replication_role = replica;
            drop index similarity_band_hash;
            insert into item (id, source_id, identity, article_id, revision, content_hash,
                    first_seen, last_seen)
                select gen_random_uuid(), md5('source ' || n %% 200)::uuid, 'known ' || n,
                    gen_random_uuid(), 1, md5(n::text), now(), now()
                from generate_series(1, %d) as n;
            insert into similarity_signature (item_id, article_id, source_id, since, words, partial,
                    sketch)
                select id, article_id, source_id, first_seen, 640, false,
                    decode(repeat(content_hash, 32), 'hex')
                from item where identity like 'known %%';
            insert into similarity_band
                select (random() * 4294967295 - 2147483648)::bigint::int, item.id
                from item cross join generate_series(1, 16)
                where identity like 'known %%';
            create index similarity_band_hash on similarity_band (hash);
            """
                    .formatted(COUNT);

    private KnownTexts() {}

    /**
     * Fills the tables.
     *
     * @param ingest the service's database
     * @param superuser of the same server
     */
    static void fill(Database ingest, Database superuser) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                ingest.url(), superuser.user(), superuser.password());
                var statement = connection.createStatement()) {
            statement.execute(FILL);
            statement.execute("vacuum analyze item, similarity_signature, similarity_band");
            statement.execute("checkpoint");
        }
    }
}
