package galley.editorial.lock;

import java.time.Instant;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.OnServers;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may write while somebody writes. */
@OnServers
class LockTest {
    private final Api wim = Api.as("writer", "wim");
    private final Api ana = Api.as("writer", "ana");
    private final Api eva = Api.as("editor", "eva");

    @Inject AgroalDataSource database;

    private static String lock(String id) {
        return "/v1/articles/" + id + "/lock";
    }

    private static String unlock(String id) {
        return "/v1/articles/" + id + "/unlock";
    }

    @Test
    void othersCantWriteUntilTheLockIsGivenBack() {
        String id = wim.create("Bell tower");
        var held = wim.post(lock(id), "{}").expect(200).json();
        assertThat(Instant.parse(held.path("until").asText())).isAfter(Instant.now());
        var refused = ana.patch(id, "{\"headline\": \"x\"}").problem(409, "locked");
        assertThat(refused.path("holder")).isEqualTo(held.path("holder"));
        assertThat(refused.path("name").asText()).isEqualTo("wim");
        ana.post(lock(id), "{}").problem(409, "locked");
        ana.post(unlock(id), "{}").problem(409, "locked");
        wim.patch(id, "{\"headline\": \"Bell tower stands\"}").expect(200);
        wim.post(unlock(id), "{}").expect(204);
        ana.patch(id, "{\"headline\": \"Bell tower leans\"}").expect(200);
    }

    @Test
    void whatIsNoObjectGivesNothingBack() {
        String id = wim.create("Fire tower");
        wim.post(lock(id), null).expect(200);
        wim.post(unlock(id), "null").problem(422, "unprocessable");
        wim.post(unlock(id), "[]").problem(422, "unprocessable");
        ana.patch(id, "{\"headline\": \"x\"}").problem(409, "locked");
    }

    @Test
    void everybodySeesWhoIsWriting() {
        String id = wim.create("Clock tower");
        eva.get(lock(id)).expect(204);
        wim.post(lock(id), null).expect(200);
        assertThat(eva.get(lock(id)).expect(200).json().path("name").asText()).isEqualTo("wim");
    }

    @Test
    void itIsRenewedByItsHolder() {
        String id = wim.create("Water tower");
        var first = wim.post(lock(id), null).expect(200).json();
        var second = wim.post(lock(id), null).expect(200).json();
        assertThat(second.path("takenAt")).isEqualTo(first.path("takenAt"));
        assertThat(second.path("until").asText()).isGreaterThan(first.path("until").asText());
    }

    @Test
    void anExpiredLockIsNone() throws Exception {
        String id = wim.create("Old tower");
        wim.post(lock(id), null).expect(200);
        try (var connection = database.getConnection();
                var expire =
                        connection.prepareStatement(
                                "update article_lock set until = now() where article_id ="
                                        + " ?::uuid")) {
            expire.setString(1, id);
            expire.executeUpdate();
        }
        ana.patch(id, "{\"headline\": \"New tower\"}").expect(200);
        ana.post(lock(id), null).expect(200);
    }

    @Test
    void anEditorBreaksItAndTheHistoryShowsWhose() {
        String id = wim.create("Radio tower");
        var held = wim.post(lock(id), null).expect(200).json();
        ana.post(unlock(id), "{\"break\": true}").problem(403, "forbidden");
        eva.post(unlock(id), "{\"break\": true, \"internalNote\": \"Wim is away\"}").expect(204);
        ana.patch(id, "{\"headline\": \"Radio tower on\"}").expect(200);
        var broken = eva.get("/v1/articles/" + id + "/history").json().path("items").path(1);
        assertThat(broken.path("step").asText()).isEqualTo("break-lock");
        assertThat(broken.at("/details/holder")).isEqualTo(held.path("holder"));
        assertThat(broken.path("internalNote").asText()).isEqualTo("Wim is away");
    }

    @Test
    void aNoteThatIsTooLongBreaksNothing() {
        String id = wim.create("Long tower");
        wim.post(lock(id), null).expect(200);
        String note = "{\"break\": true, \"internalNote\": \"%s\"}";
        var refused = eva.post(unlock(id), note.formatted("x".repeat(10_001)));
        assertThat(refused.problem(422, "unprocessable").at("/errors/0/field").asText())
                .isEqualTo("internalNote");
        eva.get(lock(id)).expect(200);
        eva.post(unlock(id), note.formatted("x".repeat(10_000))).expect(204);
    }

    @Test
    void aDecisionIsPossibleWhileSomebodyWrites() {
        String id = wim.create("Tower to let");
        wim.post(lock(id), null).expect(200);
        eva.decide(id, "submit", null).expect(200);
    }

    @Test
    void whatIsNotThereIsNotLocked() {
        String id = "0198c2f0-5a00-7c41-9f3e-2b8d6e1a4c77";
        wim.post(lock(id), null).problem(404, "not-found");
        wim.post(unlock(id), null).problem(404, "not-found");
        wim.get(lock(id)).problem(404, "not-found");
    }
}
