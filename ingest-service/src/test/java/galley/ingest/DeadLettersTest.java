package galley.ingest;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Ingest reads no topic, so it has no dead letters; it says so like the others. */
@OnServers
class DeadLettersTest {
    private final Api admin = Api.as("admin", "ada");

    @Test
    void thereIsNone() {
        assertThat(admin.get("/v1/dead-letters").expect(200).text())
                .isEqualTo("{\"items\":[],\"next\":null}");
        var letter = "/v1/dead-letters/" + UUID.randomUUID();
        admin.get(letter).problem(404, "not-found");
        admin.post(letter + "/retry", null).problem(404, "not-found");
    }
}
