package galley.editorial.check.link;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;
import org.hibernate.query.QueryFlushMode;

import galley.editorial.article.ArticleChanged;
import galley.editorial.article.ContentWritten;
import galley.editorial.article.TakenInHand;
import galley.editorial.workflow.Step;

/**
 * Notes which links articles have, in the transaction that writes their content and under the
 * article's row lock. What is known of each address stands elsewhere, so that no two articles wait
 * for each other.
 */
@ApplicationScoped
class ArticleLinks {
    private static final String REMOVE = "delete from article_link where article_id = :article";

    private static final String ADD =
            """
            insert into article_link (article_id, address, server, in_hand, noted)
            select :article, link.address, link.server, :inHand, false
            from unnest(cast(:addresses as text[]), cast(:servers as text[]))
                as link (address, server)
            """;

    private static final String TAKE_IN_HAND =
            """
            update article_link set in_hand = true
            where article_id = :article and not in_hand
            """;

    private static final String NOTE_AGAIN =
            "update article_link set noted = false where article_id = :article and noted";

    private final Session database;

    ArticleLinks(Session database) {
        this.database = database;
    }

    @Transactional(TxType.MANDATORY)
    void note(@Observes ContentWritten written) {
        if (!written.first()) {
            database.createNativeMutationQuery(REMOVE)
                    .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                    .setParameter("article", written.articleId())
                    .executeUpdate();
        }
        List<URI> addresses =
                PartLink.of(written.content().parts()).stream()
                        .map(PartLink::address)
                        .distinct()
                        .toList();
        if (!addresses.isEmpty()) {
            add(written.articleId(), addresses, !written.untouched());
        }
    }

    /** Before anybody decides on an article, it is no use to look at its links. */
    @Transactional(TxType.MANDATORY)
    void take(@Observes TakenInHand taken) {
        database.createNativeMutationQuery(TAKE_IN_HAND)
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .setParameter("article", taken.articleId())
                .executeUpdate();
    }

    /** While it was put away, its links may have been forgotten. */
    @Transactional(TxType.MANDATORY)
    void restore(@Observes ArticleChanged changed) {
        if (Step.RESTORE.wireName().equals(changed.step())) {
            database.createNativeMutationQuery(NOTE_AGAIN)
                    .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                    .setParameter("article", changed.article())
                    .executeUpdate();
        }
    }

    private void add(UUID article, List<URI> addresses, boolean inHand) {
        database.createNativeMutationQuery(ADD)
                // of the article's row, which is there: all else is written in one go later
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .setParameter("article", article)
                .setParameter("inHand", inHand)
                .setParameter("addresses", texts(addresses, URI::toString))
                .setParameter("servers", texts(addresses, URI::getRawAuthority))
                .executeUpdate();
    }

    private static String[] texts(List<URI> addresses, Function<URI, String> text) {
        return addresses.stream().map(text).toArray(String[]::new);
    }
}
