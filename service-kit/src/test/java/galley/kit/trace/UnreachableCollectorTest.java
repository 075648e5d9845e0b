package galley.kit.trace;

import java.util.logging.Level;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import galley.kit.problem.SigningKey;
import galley.testkit.Logged;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** A collector that is away is no concern of the callers. */
@QuarkusTest
@TestProfile(Exporting.class)
@WithTestResource(SigningKey.class)
@WithTestResource(ClosedPort.class)
class UnreachableCollectorTest {
    /** More than the queue of spans holds. */
    private static final int MANY = 3000;

    @Test
    void requestsAreServedAndTheLogIsNotFlooded() {
        try (Logged logged = new Logged("io")) {
            for (int i = 0; i < MANY; i++) {
                given().get("/poems").then().statusCode(200);
            }
            assertThat(logged.lines(Level.WARNING)).hasSizeLessThan(20);
        }
    }
}
