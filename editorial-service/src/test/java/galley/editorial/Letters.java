package galley.editorial;

import java.time.Duration;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.awaitility.Awaitility;

/** The service's dead letters, as an admin sees them. */
public final class Letters {
    private static final Api ADA = Api.as("admin", "ada");

    private Letters() {}

    /** Waits for the only letter of a key that waits. */
    public static JsonNode await(UUID key) {
        JsonNode items =
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(
                                () ->
                                        ADA.get("/v1/dead-letters?key=" + key)
                                                .expect(200)
                                                .json()
                                                .path("items"),
                                list -> !list.isEmpty());
        if (items.size() != 1) {
            throw new AssertionError("Not one letter: " + items);
        }
        return items.get(0);
    }

    /** Retries a letter. */
    public static Api.Answer retry(JsonNode letter) {
        return ADA.post("/v1/dead-letters/" + letter.path("id").asText() + "/retry", null);
    }
}
