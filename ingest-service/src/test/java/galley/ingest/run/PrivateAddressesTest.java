package galley.ingest.run;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.ingest.Api;
import galley.ingest.FeedServer;
import galley.ingest.OnServers;
import galley.ingest.Rss;

import static org.assertj.core.api.Assertions.assertThat;

/** Where the operator has not allowed private addresses, nobody gets inside through a source. */
@OnServers
@TestProfile(PrivateAddressesTest.AsDelivered.class)
class PrivateAddressesTest {
    @Inject EntityManager entities;

    private final Api admin = Api.as("admin", "ada");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/feed/",
                "http://127.0.0.1:8081/",
                "http://[::1]/",
                "http://10.0.0.7/",
                "http://192.168.1.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[::ffff:127.0.0.1]/"
            })
    void anAddressInsideIsNoSource(String address) {
        var source = "{\"name\": \"Inside\", \"url\": \"%s\"}".formatted(address);
        assertThat(admin.post("/v1/sources", source).wrongFields()).containsExactly("url");
    }

    @Test
    void whatWasRegisteredWhileTheyWereAllowedIsNotFetched() {
        try (var site = new FeedServer()) {
            site.serves(Rss.feed(Rss.item("1", "One", "a")));
            var source = admin.register(URI.create("https://outside.example/feed/"));
            pointInside(source, site.feed());
            admin.post("/v1/sources/" + source + "/fetch", null).problem(422, "fetch-refused");
            assertThat(site.requests()).isEmpty();
        }
    }

    private void pointInside(String source, URI address) {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                entities.createQuery("update Source set url = :url where id = :id")
                                        .setParameter("url", address.toString())
                                        .setParameter("id", UUID.fromString(source))
                                        .executeUpdate());
    }

    /** As the service is delivered. */
    public static class AsDelivered implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("galley.fetch.allow-private-addresses", "false");
        }
    }
}
