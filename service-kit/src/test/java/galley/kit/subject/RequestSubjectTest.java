package galley.kit.subject;

import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.kit.problem.SigningKey;
import galley.testkit.Logged;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(SigningKey.class)
class RequestSubjectTest {
    private static final String ONE = "0198c2f0-0000-7000-8000-000000000001";
    private static final String OTHER = "0198c2f0-0000-7000-8000-000000000002";

    private final Logged logged = new Logged("galley.kit");

    @AfterEach
    void stopListening() {
        logged.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "glance"})
    void whatIsLoggedWhileARequestIsServedNamesItsSubjectAndItsTrace(String operation) {
        for (var id : List.of(ONE, OTHER)) {
            assertThat(get("/poems/" + id + "/" + operation)).isEqualTo(id);
        }
        get("/poems");
        assertThat(logged.field("poemId", operation)).containsExactly(ONE, OTHER);
        assertThat(logged.field("poemId", "list")).containsExactly("null");
        assertThat(logged.field("traceId", operation))
                .allMatch(trace -> trace.matches("[0-9a-f]{32}"))
                .doesNotHaveDuplicates();
        assertThat(logged.field("spanId", operation))
                .allMatch(span -> span.matches("[0-9a-f]{16}"));
    }

    @Test
    void soDoesWhatIsLoggedAboutAFault() {
        get("/poems/" + ONE + "/burn");
        assertThat(logged.field("poemId", "failed")).containsExactly(ONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"the-ferry", "0198c2f0-0000-7000-8000-0000000000%0a", "1-1-1-1-1"})
    void whatIsNoIdIsNotNamed(String other) {
        assertThat(get("/poems/" + other + "/read")).isEqualTo("null");
        assertThat(logged.field("poemId", "read")).containsExactly("null");
    }

    private static String get(String path) {
        return given().urlEncodingEnabled(false).get(path).asString();
    }
}
