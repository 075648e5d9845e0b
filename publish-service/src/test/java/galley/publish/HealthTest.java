package galley.publish;

import java.time.Duration;

import jakarta.inject.Inject;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import galley.publish.edition.Desk;
import galley.testkit.OwnServers;
import galley.testkit.Servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the probes and the readers get while servers are away. */
@QuarkusTest
@WithTestResource(
        value = OwnServers.class,
        initArgs = @ResourceArg(name = "database", value = "publish"))
class HealthTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject Desk desk;

    Servers servers;

    @Test
    void withoutItsDatabaseTheServiceLivesButIsNotReady() throws Exception {
        var path = "/v1/articles/" + desk.release(Samples.article("p01-reprint")).id();
        servers.postgres().kill();
        try {
            await().atMost(PATIENCE).until(() -> status("ready").equals("DOWN"));
            assertThat(status("live")).isEqualTo("UP");
            var answer = RestAssured.get(path).then().statusCode(503).extract();
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(answer.contentType()).isEqualTo("application/problem+json");
            var page = RestAssured.given().accept("text/html").get("/").then().statusCode(503);
            assertThat(page.extract().header("Retry-After")).isEqualTo("5");
            assertThat(page.extract().contentType()).contains("text/html");
        } finally {
            servers.postgres().start();
        }
        await().atMost(PATIENCE).until(() -> status("ready").equals("UP"));
        RestAssured.get(path).then().statusCode(200);
    }

    @Test
    void withoutTheBrokerReadersAreServed() throws Exception {
        var path = "/v1/articles/" + desk.release(Samples.article("p02-round-up")).id();
        servers.kafka().kill();
        try {
            await().atMost(PATIENCE).until(() -> readiness().contains("does not answer"));
            assertThat(status("ready")).isEqualTo("UP");
            assertThat(status("live")).isEqualTo("UP");
            RestAssured.get(path).then().statusCode(200);
        } finally {
            servers.kafka().start();
        }
        await().atMost(PATIENCE).until(() -> !readiness().contains("does not answer"));
    }

    private static String readiness() {
        return RestAssured.get("/q/health/ready").asString();
    }

    private static String status(String probe) {
        return RestAssured.get("/q/health/" + probe).jsonPath().getString("status");
    }
}
