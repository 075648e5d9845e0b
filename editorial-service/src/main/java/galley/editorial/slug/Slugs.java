package galley.editorial.slug;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;

import galley.kit.sql.NativeQueries;

/** All present and former slugs. */
@ApplicationScoped
public class Slugs {
    private static final String TAKE =
            """
            insert into slug (slug, base, number, article_id, since_revision)
            values (:slug, :base, :number, :article, :revision)
            on conflict (slug) do nothing
            """;
    private static final String LAST_NUMBER =
            "select coalesce(max(number), 1) from slug where base = :base";

    private static final String AT =
            """
            select slug from slug where article_id = :article and since_revision <= :revision
            order by since_revision desc limit 1
            """;

    private final Session database;

    Slugs(Session database) {
        this.database = database;
    }

    /**
     * Takes a slug for an article, in the caller's transaction: what the headline gives, or that
     * with the first suffix {@code -2}, {@code -3}, … that is free. Whoever asks for the same slug
     * meanwhile waits for the end of this transaction.
     *
     * @param revision the revision from which on the article has it
     */
    @Transactional(TxType.MANDATORY)
    public String take(String headline, UUID article, long revision) {
        String base = SlugText.of(headline, article);
        int number = 1;
        while (!taken(base, number, article, revision)) {
            // a headline may also have given "base-2" by itself, so the next number may be taken
            number = Math.max(number, lastNumber(base)) + 1;
        }
        return slug(base, number);
    }

    /** The slug that an article had at a revision. */
    public Optional<String> at(UUID article, long revision) {
        return NativeQueries.values(database, AT, String.class)
                .setParameter("article", article)
                .setParameter("revision", revision)
                .uniqueResultOptional();
    }

    private boolean taken(String base, int number, UUID article, long revision) {
        return database.createNativeMutationQuery(TAKE)
                        .setParameter("slug", slug(base, number))
                        .setParameter("base", base)
                        .setParameter("number", number)
                        .setParameter("article", article)
                        .setParameter("revision", revision)
                        .executeUpdate()
                == 1;
    }

    private int lastNumber(String base) {
        return NativeQueries.values(database, LAST_NUMBER, Integer.class)
                .setParameter("base", base)
                .getSingleResult();
    }

    private static String slug(String base, int number) {
        return number == 1 ? base : base + "-" + number;
    }
}
