package galley.publish.subscription;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

import galley.publish.Client;

import static org.assertj.core.api.Assertions.assertThat;

/** Subscribers of one test, with their servers; gone with it. */
public final class Subscribing implements AutoCloseable {
    private static final String ALL = "/v1/subscriptions";

    private final Client client = Client.as("subscriber", "reader-" + UUID.randomUUID());
    private final Client admin = Client.as("admin", "operator-" + UUID.randomUUID());
    private final List<Site> sites = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();

    /** One subscription, and its server. */
    public record Subscribed(Client client, Site site, String path, String secret) {

        public JsonPath view() {
            return client.get(path).then().statusCode(200).extract().jsonPath();
        }

        public Response change(String patch) {
            return client.patch(path, patch).then().statusCode(200).extract().response();
        }

        public Response post(String part, String body) {
            return client.post(path + "/" + part, body);
        }

        /** What it was sent, the latest first. */
        public List<Delivery> deliveries() {
            return client.get(path + "/deliveries?limit=100")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getList("items", Delivery.class);
        }

        /** How what it was sent of an article went, the latest first. */
        public List<String> states(UUID article) {
            return client.get(path + "/deliveries?article=" + article).path("items.state");
        }
    }

    /** As the log of deliveries has it. */
    public record Delivery(
            String id,
            String type,
            String articleId,
            long revision,
            int version,
            String state,
            boolean replay,
            String announcedAt,
            String createdAt,
            List<Tried> tries,
            String nextAt,
            String endedAt) {}

    /** A try of a delivery. */
    public record Tried(String at, Integer status, String problem, long millis) {}

    public Subscribed subscribe() {
        return subscribe("null");
    }

    /** Subscribes to a product; {@code null} for all. */
    public Subscribed subscribe(String product) {
        return subscribe(product, "null");
    }

    public Subscribed subscribe(String product, String events) {
        Site site = new Site();
        sites.add(site);
        return subscribe(site, site.url(), product, events);
    }

    public Subscribed subscribe(Site site, String url, String product, String events) {
        return subscribe(client, site, url, product, events);
    }

    /** A cache, whose server is told what to drop. */
    public Subscribed cache() {
        Site site = new Site();
        sites.add(site);
        return cache(site, site.url());
    }

    /** A cache that listens at an address of its own. */
    public Subscribed cache(Site site, String url) {
        return subscribe(admin, site, url, "null", "[\"cache.purge\"]");
    }

    private Subscribed subscribe(
            Client client, Site site, String url, String product, String events) {
        var answer =
                client.post(
                                ALL,
                                """
                                {"name": "A site", "url": "%s", "product": %s, "events": %s}
                                """
                                        .formatted(url, product, events))
                        .then()
                        .statusCode(201)
                        .extract();
        String path = ALL + "/" + answer.path("id");
        paths.add(path);
        return new Subscribed(client, site, path, answer.path("secret"));
    }

    /** Another server in the place of one that was closed. */
    public Site again(String url) {
        Site site = Site.at(url);
        sites.add(site);
        return site;
    }

    public static ConditionFactory soon() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(50));
    }

    /** Waits until a server was called so often about an article. */
    public static void awaitCalls(Site site, UUID article, int number) {
        soon().untilAsserted(() -> assertThat(site.calls(article)).hasSize(number));
    }

    @Override
    public void close() {
        paths.forEach(path -> admin.request().header("If-Match", "*").delete(path));
        sites.forEach(Site::close);
    }
}
