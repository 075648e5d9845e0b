package galley.kit.trace;

import java.time.Duration;
import java.util.List;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import galley.kit.problem.SigningKey;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

/** Spans go by gRPC, which is the default, to where an operator says. */
@QuarkusTest
@TestProfile(Exporting.class)
@WithTestResource(SigningKey.class)
@WithTestResource(GrpcCollector.class)
class ExportTest {
    private static final String EXPORT =
            "/opentelemetry.proto.collector.trace.v1.TraceService/Export";

    List<String> calls;

    @Test
    void theSpanOfARequestArrivesWithWhatItIsAbout() {
        var id = "0198c2f0-0000-7000-8000-000000000003";
        given().get("/poems/" + id + "/read").then().statusCode(200);
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                calls.stream()
                                        .filter(call -> call.startsWith(EXPORT))
                                        .anyMatch(call -> call.contains(id)));
    }
}
