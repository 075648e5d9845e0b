package galley.publish.hub;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.awaitility.core.ConditionFactory;

import galley.publish.PlainClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The hub as those see it who subscribe, and what it has of them. */
@ApplicationScoped
class Hub {
    static final String BASE = "https://harbour-letter.example";
    static final String RSS = BASE + "/feeds/rss.xml";

    private final AgroalDataSource database;

    Hub(AgroalDataSource database) {
        this.database = database;
    }

    /** Forgets who subscribed, and who wants to. */
    void forget() {
        execute("delete from websub_request");
        execute("delete from websub_subscription");
    }

    static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30));
    }

    /** Asks for a feed, or not to get it any more. */
    static ValidatableResponse ask(String mode, String topic, String callback) {
        return form(mode, topic, callback).post("/hub").then();
    }

    /** The form in which one asks, to be added to. */
    static RequestSpecification form(String mode, String topic, String callback) {
        return RestAssured.given()
                .contentType("application/x-www-form-urlencoded")
                .formParam("hub.mode", mode)
                .formParam("hub.topic", topic)
                .formParam("hub.callback", callback);
    }

    /** Waits until the subscriber has subscribed, too. */
    void subscribe(Site subscriber, String topic) {
        long before = subscriptions();
        ask("subscribe", topic, subscriber.callback()).statusCode(202);
        soon().until(() -> subscriptions() > before);
    }

    private static String feed(String topic) {
        return new String(
                PlainClient.get(topic.substring(BASE.length())).body(), StandardCharsets.UTF_8);
    }

    /** Waits until the last that a subscriber was sent is the feed as it is served. */
    static void awaitFeed(Site subscriber, String topic) {
        soon().untilAsserted(
                        () -> {
                            assertThat(subscriber.sent()).isNotEmpty();
                            assertThat(subscriber.sent().getLast().body()).isEqualTo(feed(topic));
                        });
    }

    /** How many subscriptions there are whose lease has not ended. */
    long subscriptions() {
        return count("select count(*) from websub_subscription where expires_at > now()");
    }

    /** How many requests there are whose subscriber has not been asked yet. */
    long requests() {
        return count("select count(*) from websub_request");
    }

    /** The one number that a query answers. */
    long count(String query) {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until everybody knows what they want to know. */
    void awaitCalm() {
        soon().until(
                        () ->
                                count(
                                                "select count(*) from websub_subscription s,"
                                                        + " websub_head h, announcement_head a"
                                                        + " where s.next_at is not null"
                                                        + " or h.position < a.last"
                                                        + " or exists (select from announcement"
                                                        + " where position is null)")
                                        == 0);
    }
}
