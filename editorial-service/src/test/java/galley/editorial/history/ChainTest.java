package galley.editorial.history;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.editorial.Api;
import galley.editorial.Events;
import galley.editorial.OnServers;
import galley.editorial.intake.IngestedItem;
import galley.events.ArticleWentLive;
import galley.events.ItemProposal;
import galley.events.Topics;
import galley.testkit.GalleyServers;

import static org.assertj.core.api.Assertions.assertThat;

/** What was done to the history behind the service's back shows. */
@OnServers
class ChainTest {
    private static final Instant NOON = Instant.parse("2026-05-20T12:00:00.123456789Z");
    private static final int RACERS = 6;

    private final Api wim = Api.as("writer", "wim");
    private final Api eva = Api.as("editor", "eva");
    private final Api pia = Api.as("publisher", "pia");
    private final Api ada = Api.as("admin", "ada");

    @Inject Events events;
    @Inject ObjectMapper json;

    private String path(String id) {
        return "/v1/articles/" + id + "/history";
    }

    private JsonNode verification(String id) {
        return wim.get(path(id) + "/verification").expect(200).json();
    }

    private ExportedHistory export(String id) {
        Api.Answer answer =
                wim.get(path(id) + "/export", "Accept", "application/x-ndjson").expect(200);
        assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
        return new ExportedHistory(answer.response().body());
    }

    /** create, submit, approve, release, went-live, went-live: the last two make no revision. */
    private String delivered() throws Exception {
        String id = wim.create("The chain");
        wim.decide(id, "submit", "{}").expect(200);
        eva.decide(id, "approve", "{\"internalNote\": \"As \\\"he\\\" said\"}").expect(200);
        pia.decide(id, "release", "{}").expect(200);
        goLive(id, NOON);
        goLive(id, NOON.plusSeconds(60));
        return id;
    }

    private void goLive(String id, Instant at) throws Exception {
        UUID article = UUID.fromString(id);
        var report = new ArticleWentLive(article, 4, 1, "https://tide-letter.example/chain", at);
        events.deliver(
                Topics.DELIVERY, article, ArticleWentLive.TYPE, json.writeValueAsBytes(report));
    }

    /** As somebody who can do anything to the database, and nothing refuses it. */
    private static int rewrite(String sql) throws SQLException {
        var database = GalleyServers.shared().postgres().database("editorial");
        var superuser = GalleyServers.shared().postgres().superuser();
        try (Connection connection =
                        DriverManager.getConnection(
                                database.url(), superuser.user(), superuser.password());
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica"); // no triggers
            return statement.executeUpdate(sql);
        }
    }

    @Test
    void everyDecisionAndEveryDeliveryMakesTheChainLonger() throws Exception {
        String id = delivered();
        List<String> shown = wim.get(path(id)).json().path("items").findValuesAsText("hash");
        assertThat(shown).hasSize(6).doesNotHaveDuplicates();
        JsonNode verification = verification(id);
        assertThat(verification.path("entries").asInt()).isEqualTo(6);
        assertThat(verification.path("intact").asBoolean()).isTrue();
        assertThat(verification.path("firstBroken").isNull()).isTrue();
        assertThat(verification.path("hash").asText()).isEqualTo(shown.getLast());

        eva.post("/v1/articles/" + id + "/lock", null).expect(200);
        pia.post("/v1/articles/" + id + "/unlock", "{\"break\": true}").expect(204);
        goLive(id, NOON.plusSeconds(120));
        assertThat(export(id).entries().get(6).path("step").asText()).isEqualTo("break-lock");
        assertThat(verification(id).path("entries").asInt()).isEqualTo(8);
        assertThat(verification(id).path("intact").asBoolean()).isTrue();
    }

    @Test
    void anybodyCanVerifyAnExport() throws Exception {
        String id = delivered();
        ExportedHistory export = export(id);
        assertThat(export.faults()).isEmpty();
        assertThat(export.entries())
                .extracting(entry -> entry.path("step").asText())
                .containsExactly(
                        "create", "submit", "approve", "release", "went-live", "went-live");
        assertThat(export.entries().get(4).path("at").asText())
                .isEqualTo("2026-05-20T12:00:00.123456Z");
        List<JsonNode> shown = wim.get(path(id)).json().path("items").valueStream().toList();
        assertThat(export.hashes())
                .isEqualTo(shown.stream().map(it -> it.path("hash").asText()).toList());
        assertThat(export.ids())
                .isEqualTo(shown.stream().map(it -> it.path("id").asLong()).toList());
    }

    @Test
    void whatIsHardToWriteIsHashedAsWritten() {
        var item =
                IngestedItem.harbour()
                        .with(
                                "editorialNote",
                                "Tab\there, \"quoted\", \\ and /, \u2028 é 🚢 ￭ \u007f")
                        .with(
                                "proposals",
                                List.of(
                                        new ItemProposal("section", null, "Wörld", "\"W\"", 0.5),
                                        new ItemProposal("kind", null, "reprint", "x", 1.0)));
        item.arrive(events);
        String id = item.article().toString();
        eva.decide(id, "proposals/accept", null).expect(200);
        eva.decide(id, "assign", "{\"desk\": \"küste\", \"dueAt\": \"2026-06-01T10:00:00Z\"}")
                .expect(200);
        ExportedHistory export = export(id);
        assertThat(export.faults()).isEmpty();
        assertThat(export.entries().getFirst().path("internalNote").asText()).contains("🚢");
        assertThat(export.entries().get(1).at("/details/accepted/0/confidence").isNumber())
                .isTrue();
        assertThat(verification(id).path("intact").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a note | 2 | update history set note = 'Never' where step = 'approve' and",
                "a missing note | 2 | update history set internal_note = null where step ="
                        + " 'approve' and",
                "who it was | 1 | update history set actor = 'staff:nobody' where step = 'submit'"
                        + " and",
                "a state | 3 | update history set to_workflow = 'NOWHERE' where step = 'release'"
                        + " and",
                "what it was about | 0 | update history set details = '{\"x\": 1}' where step ="
                        + " 'create' and",
                "when | 4 | update history set at = at + interval '1 microsecond' where step ="
                        + " 'went-live' and",
                "a hash | 3 | update history set hash = 'none' where step = 'release' and",
                "a row that is gone | 2 | delete from history where step = 'submit' and",
                "the first row that is gone | 1 | delete from history where step = 'create' and",
            })
    void whatWasRewrittenIsFoundWhereItWasDone(String what, int index, String sql)
            throws Exception {
        String id = delivered();
        List<Long> before = export(id).ids();
        assertThat(rewrite(sql + " article_id = '" + id + "'")).as(what).isPositive();
        JsonNode verification = verification(id);
        assertThat(verification.path("intact").asBoolean()).isFalse();
        assertThat(verification.path("firstBroken").asLong()).isEqualTo(before.get(index));
        assertThat(export(id).faults()).isNotEmpty();
    }

    @Test
    void entriesInAnotherOrderAreFound() throws Exception {
        String id = delivered();
        List<Long> ids = export(id).ids();
        rewrite(
                """
                update history a set at = b.at, trace_id = b.trace_id, hash = b.hash
                from history b
                where a.article_id = '%s' and b.article_id = a.article_id and a.id <> b.id
                    and a.step = 'went-live' and b.step = 'went-live'
                """
                        .formatted(id));
        assertThat(verification(id).path("firstBroken").asLong()).isEqualTo(ids.get(4));
    }

    @Test
    void thatTheNewestEntriesAreGoneIsFoundThoughTheRestIsWhole() throws Exception {
        String id = delivered();
        ExportedHistory export = export(id);
        rewrite("delete from history where id = " + export.ids().getLast());
        JsonNode verification = verification(id);
        assertThat(verification.path("intact").asBoolean()).isFalse();
        assertThat(verification.path("firstBroken").isNull()).isTrue();
        assertThat(verification.path("entries").asInt()).isEqualTo(5);
        assertThat(verification.path("hash").asText()).isEqualTo(export.hashes().get(4));
    }

    @Test
    void aNewestEntryThatWasHashedAnewIsFoundToo() throws Exception {
        String id = delivered();
        ExportedHistory export = export(id);
        ObjectNode forged = export.entries().getLast().deepCopy();
        forged.put("note", "Never");
        rewrite(
                "update history set note = 'Never', hash = '%s' where id = %d"
                        .formatted(ExportedHistory.hash(forged), export.ids().getLast()));
        assertThat(export(id).faults()).isEmpty();
        assertThat(verification(id).path("intact").asBoolean()).isFalse();
    }

    @Test
    void anEntryThatWasPutBehindTheNewestIsFoundThoughItIsChained() throws Exception {
        String id = delivered();
        ExportedHistory export = export(id);
        ObjectNode forged = export.entries().getLast().deepCopy();
        forged.put("previous", export.hashes().getLast());
        forged.put("note", "Never");
        rewrite(
                """
                insert into history (article_id, at, actor, step, from_workflow, to_workflow,
                    from_publication, to_publication, revision_seen, version, trace_id, note, hash)
                select article_id, at, actor, step, from_workflow, to_workflow,
                    from_publication, to_publication, revision_seen, version, trace_id, 'Never', '%s'
                from history where id = %d
                """
                        .formatted(ExportedHistory.hash(forged), export.ids().getLast()));
        ExportedHistory longer = export(id);
        assertThat(longer.faults()).isEmpty();
        JsonNode verification = verification(id);
        assertThat(verification.path("intact").asBoolean()).isFalse();
        assertThat(verification.path("firstBroken").asLong()).isEqualTo(longer.ids().getLast());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aHistoryThatWasEmptiedIsNotIntact(boolean hidden) throws Exception {
        String id = wim.create("The chain is cut");
        rewrite("delete from history where article_id = '%s'".formatted(id));
        if (hidden) {
            String start = "0".repeat(64);
            rewrite("update article set history_hash = '%s' where id = '%s'".formatted(start, id));
        }
        JsonNode verification = verification(id);
        assertThat(verification.path("entries").asInt()).isZero();
        assertThat(verification.path("intact").asBoolean()).isFalse();
    }

    @Test
    void operatorsVerifyAllHistoriesAtOnce() throws Exception {
        String id = delivered();
        long ofNewest = export(id).ids().get(1);
        JsonNode before = ada.post("/v1/history/verification", null).expect(200).json();
        assertThat(before.path("entries").asLong()).isGreaterThan(before.path("articles").asLong());
        rewrite("update history set note = 'x' where id = " + ofNewest);
        JsonNode broken = ada.post("/v1/history/verification", null).expect(200).json();
        rewrite("update history set note = null where id = " + ofNewest);
        JsonNode mended = ada.post("/v1/history/verification", null).expect(200).json();
        assertThat(broken.path("broken").asLong()).isEqualTo(before.path("broken").asLong() + 1);
        assertThat(broken.path("articles")).isEqualTo(before.path("articles"));
        assertThat(broken.path("first")).hasSizeLessThanOrEqualTo(20);
        assertThat(mended.path("broken")).isEqualTo(before.path("broken"));
    }

    @Test
    void whatHappensAtOnceIsOneChain() throws Exception {
        String id = wim.create("All at once");
        List<Callable<Object>> racers = new ArrayList<>();
        for (int i = 0; i < RACERS; i++) {
            int racer = i;
            racers.add(() -> save(id, "{\"section\": \"s%d\"}".formatted(racer)));
            racers.add(
                    () -> {
                        goLive(id, NOON.plusSeconds(racer));
                        return racer;
                    });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(racers.size())) {
            for (Future<Object> one : threads.invokeAll(racers)) {
                one.get();
            }
        }
        JsonNode verification = verification(id);
        assertThat(verification.path("intact").asBoolean()).isTrue();
        assertThat(verification.path("entries").asInt()).isEqualTo(1 + 2 * RACERS);
    }

    /** Saves until nobody else was faster. */
    private Object save(String id, String patch) {
        while (true) {
            int status = wim.patch(id, patch).status();
            if (status == 200) {
                return status;
            }
            assertThat(status).isEqualTo(412);
        }
    }

    @Test
    void anArticleThatIsNotThereHasNoChain() {
        String nowhere = path("0198c2f0-5a00-7c41-9f3e-2b8d6e1a4c77");
        wim.get(nowhere + "/verification").problem(404, "not-found");
        wim.get(nowhere + "/export", "Accept", "application/x-ndjson").problem(404, "not-found");
    }
}
