package galley.publish.proof;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;

import galley.kit.sql.NativeQueries;

/** What was said under signature. Nothing is ever taken out. */
@ApplicationScoped
class StatementTable {
    /** What was said before keeps its signature, whichever key would sign now. */
    private static final String ADD =
            """
            insert into statement (payload_sha256, article, revision, version, status, at,
                article_sha256, ninjs_sha256, article_bytes, ninjs_bytes, jws, made_at)
            values (:payload, :article, :revision, :version, :status, :at, :articleSha256,
                :ninjsSha256, :articleBytes, :ninjsBytes, :jws, :now)
            on conflict (payload_sha256) do update set article_bytes = excluded.article_bytes,
                ninjs_bytes = excluded.ninjs_bytes
            returning jws
            """;

    private static final String FITTING =
            """
            select jws from statement
            where article = :article and revision = :revision and status = 'usable'
                and :hash in (article_bytes, ninjs_bytes)
            order by made_at desc limit 1
            """;

    private static final String LATEST =
            """
            select jws, at, article_sha256, ninjs_sha256 from statement
            where article = :article and revision = :revision and status = :status
            order by made_at desc limit 1
            """;

    private static final String VERSION_OF =
            """
            select version from statement
            where article = :article and :sha256 in (article_sha256, ninjs_sha256)
                and status = 'usable'
            order by version desc limit 1
            """;

    private final Session session;
    private final Clock clock;

    StatementTable(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /**
     * Keeps a statement.
     *
     * @param payload the hash of what is signed
     * @param bytes the hashes of the documents' bytes
     * @return its signature: the one that it had if it was made before
     */
    @Transactional(TxType.MANDATORY)
    String add(UUID article, Statement statement, String payload, Hashes bytes, String jws) {
        return NativeQueries.values(session, ADD, String.class)
                .setParameter("payload", payload)
                .setParameter("article", article)
                .setParameter("revision", statement.revision())
                .setParameter("version", statement.version())
                .setParameter("status", statement.status())
                .setParameter("at", statement.at())
                .setParameter("articleSha256", statement.sha256().article(), String.class)
                .setParameter("ninjsSha256", statement.sha256().ninjs(), String.class)
                .setParameter("articleBytes", bytes.article(), String.class)
                .setParameter("ninjsBytes", bytes.ninjs(), String.class)
                .setParameter("jws", jws)
                .setParameter("now", clock.instant())
                .getSingleResult();
    }

    /** The signature of a usable version that has a document of this hash of bytes. */
    Optional<String> fitting(UUID article, long revision, String hash) {
        return NativeQueries.values(session, FITTING, String.class)
                .setParameter("article", article)
                .setParameter("revision", revision)
                .setParameter("hash", hash)
                .uniqueResultOptional();
    }

    /** What was said last of a revision in a status. */
    Optional<Signed> latest(UUID article, long revision, String status) {
        return session.createNativeQuery(LATEST, Tuple.class)
                .setParameter("article", article)
                .setParameter("revision", revision)
                .setParameter("status", status)
                .uniqueResultOptional()
                .map(
                        row ->
                                new Signed(
                                        row.get(0, String.class),
                                        row.get(1, Instant.class),
                                        new Hashes(
                                                row.get(2, String.class),
                                                row.get(3, String.class))));
    }

    /** The version of the article that was published as a document of this canonical hash. */
    Optional<Integer> versionOf(UUID article, String sha256) {
        return NativeQueries.values(session, VERSION_OF, Integer.class)
                .setParameter("article", article)
                .setParameter("sha256", sha256)
                .uniqueResultOptional();
    }
}
