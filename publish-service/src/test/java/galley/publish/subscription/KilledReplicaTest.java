package galley.publish.subscription;

import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static galley.publish.subscription.Subscribing.awaitCalls;
import static galley.publish.subscription.Subscribing.soon;
import static org.assertj.core.api.Assertions.assertThat;

/** What a replica had taken when it was killed is sent by another. */
@TestServers
class KilledReplicaTest {
    /** As a replica leaves it that took an event and then the lease ran out. */
    private static final String ABANDON =
            """
            update subscription_delivery set state = 'SENDING', attempts = attempts + 1,
                ended_at = null, lease_until = now() - interval '1 second'
            where article_id = :article
            """;

    @Inject Desk desk;
    @Inject Session session;

    private final Subscribing subscribing = new Subscribing();

    @AfterEach
    void close() {
        subscribing.close();
    }

    @Test
    void itIsSentAgainUnderTheSameId() {
        var it = subscribing.subscribe();
        var article = desk.release(Samples.article("p01-reprint"));
        soon().until(() -> it.states(article.id()).equals(List.of("delivered")));
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                session.createNativeMutationQuery(ABANDON)
                                        .setParameter("article", article.id())
                                        .executeUpdate());
        awaitCalls(it.site(), article.id(), 2);
        assertThat(it.site().calls(article.id()))
                .extracting(call -> call.header("Webhook-id"))
                .containsOnly(it.site().calls().getFirst().header("Webhook-id"));
        soon().until(() -> it.states(article.id()).equals(List.of("delivered")));
    }
}
