package galley.ingest.bulk;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import galley.ingest.Api;
import galley.ingest.OnServers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Files of many articles, and how they are sent. */
@OnServers
class ImportTest extends ImportCase {
    @Test
    void aFileComesInAndAgainChangesNothing() {
        var file = lines(1, 120);
        var done = run(file, "ndjson");
        assertThat(counts(done)).isEqualTo("120 new, 0 updated, 0 unchanged, 0 failed of 120");
        assertThat(done.path("position").asLong())
                .isEqualTo(bytes(file))
                .isEqualTo(done.path("size").asLong());
        assertThat(done.path("perSecond").asDouble()).isPositive();
        assertThat(done.path("finishedAt").asText()).isNotEmpty();
        assertThat(done.path("parts")).isEmpty();
        assertThat(counts(run(file, "ndjson")))
                .isEqualTo("0 new, 0 updated, 120 unchanged, 0 failed of 120");
        assertThat(counts(run(lines(120, 2).replace("Report", "Account"), "ndjson")))
                .isEqualTo("1 new, 1 updated, 0 unchanged, 0 failed of 2");
    }

    @Test
    void itsItemsAreThoseThatTheSourcePushes() {
        var pushed = archive.post("/v1/items", line(1)).expect(201).json();
        assertThat(counts(run(line(1), "ndjson"))).startsWith("0 new, 0 updated, 1 unchanged");
        assertThat(counts(run(line(1).replace("Report", "Account"), "ndjson")))
                .startsWith("0 new, 1 updated");
        var item = archive.get("/v1/items/" + pushed.path("id").asText()).expect(200).json();
        assertThat(item.path("articles").path(0).path("headline").asText()).isEqualTo("Account 1");
    }

    @Test
    void itsEventsLeaveBehindWhatIsLive() {
        run(lines(1, 3), "ndjson");
        archive.post("/v1/items", line(4)).expect(201);
        assertThat(
                        entities.createNativeQuery(
                                        """
                                        select o.lane from item i join outbox o on o.key = i.article_id::text
                                        where i.source_id = (select id from source where owner = :owner)
                                        order by i.identity
                                        """,
                                        String.class)
                                .setParameter("owner", owner)
                                .getResultList())
                .isEqualTo(List.of("BULK", "BULK", "BULK", "LIVE"));
    }

    @Test
    void aLineThatCantBeReadWaitsInQuarantineWithItsNumberAndKeepsNoneOut() {
        var file = line(1) + "\n\n{\"guid\": \"x\", \"urgency\": 10}\nno json\n" + line(5) + "\n";
        var done = run(file, "ndjson");
        assertThat(counts(done)).isEqualTo("2 new, 0 updated, 0 unchanged, 2 failed of 4");
        assertThat(done.path("firstFailure").asText())
                .startsWith("Line 3 of the file: ")
                .contains("headline", "urgency");
        var waiting = quarantined(done);
        assertThat(waiting)
                .extracting(entry -> entry.path("reason").asText())
                .satisfiesExactlyInAnyOrder(
                        reason -> assertThat(reason).startsWith("Line 3 of the file: "),
                        reason ->
                                assertThat(reason)
                                        .startsWith("Line 4 of the file: Malformed JSON"));
        var path = "/v1/quarantine/" + waiting.getLast().path("id").asText();
        assertThat(admin.get(path + "/raw").expect(200).text()).isEqualTo("no json");
        var still = admin.post(path + "/retry", null).problem(422, "still-unreadable");
        assertThat(still.path("detail").asText()).startsWith("Malformed JSON");
        assertThat(counts(run(file, "ndjson")))
                .isEqualTo("0 new, 0 updated, 2 unchanged, 2 failed of 4");
        assertThat(quarantined(done)).hasSize(2);
    }

    @Test
    void anArticleThatNoEventCanCarryWaitsInQuarantine() {
        var large =
                "{\"guid\": \"large\", \"headline\": \"%s\"}".formatted("word ".repeat(210_000));
        var done = run(line(1) + "\n" + large + "\n" + line(3), "ndjson");
        assertThat(counts(done)).isEqualTo("2 new, 0 updated, 0 unchanged, 1 failed of 3");
        assertThat(quarantined(done).getFirst().path("reason").asText()).contains("takes");
    }

    @Test
    void partsMayBeCutAnywhereAndComeInAnyOrderAndTwice() {
        var bytes = lines(1, 9).replace("Report", "Réport 漢").getBytes(UTF_8);
        var id = register("ndjson");
        int third = bytes.length / 3;
        put(id, 3, Arrays.copyOfRange(bytes, 2 * third, bytes.length));
        put(id, 1, new byte[] {1, 2, 3});
        put(id, 1, Arrays.copyOfRange(bytes, 0, third));
        assertThat(
                        archive.post(path(id) + "/start", null)
                                .problem(409, "parts-missing")
                                .path("missing"))
                .extracting(JsonNode::asInt)
                .containsExactly(2);
        put(id, 2, Arrays.copyOfRange(bytes, third, 2 * third));
        var parts = archive.get(path(id)).expect(200).json().path("parts");
        assertThat(parts).extracting(part -> part.path("number").asInt()).containsExactly(1, 2, 3);
        assertThat(parts)
                .extracting(part -> part.path("sha256").asText().length())
                .containsOnly(64);
        archive.post(path(id) + "/start", null).expect(200);
        assertThat(counts(finished(id))).startsWith("9 new, 0 updated, 0 unchanged, 0 failed");
    }

    @Test
    void whatDoesNotFitTheStateIsRefused() {
        var id = register("ndjson");
        archive.post(path(id) + "/start", null).problem(409, "parts-missing");
        put(id, 1, line(1).getBytes(UTF_8));
        archive.post(path(id) + "/start", null).expect(200);
        send(id, 2, new byte[] {1}).problem(409, "import-started");
        archive.post(path(id) + "/start", null).problem(409, "import-started");
        finished(id);
        archive.post(path(id) + "/cancel", null).problem(409, "import-over");
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThat(
                        archive.post("/v1/imports", "{\"name\": \" \", \"format\": \"csv\"}")
                                .wrongFields())
                .containsExactly("name", "format");
        assertThat(
                        admin.post("/v1/imports", "{\"name\": \"a\", \"format\": \"wxr\"}")
                                .wrongFields())
                .containsExactly("source");
        var stranger =
                "{\"name\": \"a\", \"format\": \"wxr\", \"source\": \"%s\"}"
                        .formatted(UUID.randomUUID());
        assertThat(admin.post("/v1/imports", stranger).wrongFields()).containsExactly("source");
        assertThat(archive.post("/v1/imports", stranger).wrongFields()).containsExactly("source");
        var id = register("ndjson");
        assertThat(send(id, 0, new byte[] {1}).wrongFields()).containsExactly("number");
        assertThat(send(id, 1_001, new byte[] {1}).wrongFields()).containsExactly("number");
        assertThat(send(id, 1, new byte[0]).wrongFields()).containsExactly("");
        send(id, 1, new byte[(4 << 20) + 1]).problem(413, "too-large");
    }

    @Test
    void aSourceSeesItsOwnImportsAndAnAdminAll() {
        var id = register("wxr");
        var other = Api.as("source", "other-" + UUID.randomUUID());
        other.get(path(id)).problem(404, "not-found");
        other.post(path(id) + "/cancel", null).problem(404, "not-found");
        assertThat(ids(other)).isEmpty();
        assertThat(ids(archive)).containsExactly(id);
        assertThat(ids(admin)).contains(id);
        var source = admin.get(path(id)).expect(200).json().path("source").asText();
        var byAdmin =
                admin.post(
                                "/v1/imports",
                                "{\"name\": \"b\", \"format\": \"wxr\", \"source\": \"%s\"}"
                                        .formatted(source))
                        .expect(201);
        assertThat(byAdmin.header("Location")).endsWith(path(byAdmin.json().path("id").asText()));
        assertThat(ids(archive)).containsExactly(byAdmin.json().path("id").asText(), id);
    }

    private static List<String> ids(Api api) {
        return api.all("/v1/imports").stream().map(file -> file.path("id").asText()).toList();
    }

    private static long bytes(String text) {
        return text.getBytes(UTF_8).length;
    }
}
