package galley.publish.subscription;

import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.publish.Client;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static galley.publish.subscription.Subscribing.soon;
import static org.assertj.core.api.Assertions.assertThat;

/** Nobody reaches inside by way of a subscription. */
@TestServers
@TestProfile(GuardedAddressesTest.Guarded.class)
class GuardedAddressesTest {
    /** As a fresh install is. */
    public static final class Guarded implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("galley.fetch.allow-private-addresses", "false");
        }
    }

    @Inject Desk desk;
    @Inject Session session;

    private final Client ines = Client.as("subscriber", "ines-" + UUID.randomUUID());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/hook",
                "https://localhost/hook",
                "https://[::1]/hook",
                "https://10.0.0.7/hook",
                "https://169.254.169.254/latest",
                "http://times.example/hook"
            })
    void whatPointsInsideOrIsOpenToEverybodyOnTheWayIsRefused(String url) {
        ines.post("/v1/subscriptions", "{\"url\": \"%s\"}".formatted(url)).then().statusCode(422);
    }

    @Test
    void anAddressIsCheckedAgainAtEachTry() {
        try (Site inside = new Site()) {
            String path =
                    "/v1/subscriptions/"
                            + ines.post("/v1/subscriptions", "{\"url\": \"https://a.example\"}")
                                    .path("id");
            UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
            QuarkusTransaction.requiringNew()
                    .run(
                            () ->
                                    session.createNativeMutationQuery(
                                                    "update subscription set url = :url"
                                                            + " where id = :id")
                                            .setParameter("url", inside.url())
                                            .setParameter("id", id)
                                            .executeUpdate());
            desk.release(Samples.article("p01-reprint"));
            soon().until(() -> ines.get(path).<Integer>path("failures") > 1);
            assertThat(ines.get(path).<String>path("problem")).contains("inside this network");
            assertThat(inside.calls()).isEmpty();
            ines.delete(path).then().statusCode(204);
        }
    }
}
