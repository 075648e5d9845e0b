package galley.editorial.webhook;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.Events;
import galley.editorial.OnServers;
import galley.editorial.intake.IngestedItem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Chat tools are told of what happens on their desks. */
@OnServers
class WebhooksTest {
    private static final String ALL = "/v1/webhooks";

    private final String desk = "desk-" + UUID.randomUUID();
    private final Api ada = Api.as("admin", "ada");
    private final Api wim = Api.as("writer", "wim");
    private final Api eva = Api.as("editor", "eva");
    private final List<Hook> hooks = new ArrayList<>();
    private final List<String> made = new ArrayList<>();

    @Inject Events events;
    @Inject AgroalDataSource database;

    @AfterEach
    void remove() {
        made.forEach(id -> ada.send("DELETE", ALL + "/" + id, null, "If-Match", "*"));
        hooks.forEach(Hook::close);
    }

    private Hook hook() {
        Hook hook = new Hook();
        hooks.add(hook);
        return hook;
    }

    private String settings(String url, String template) {
        return """
        {"name": "The desk's room", "url": "%s", "desks": ["%s"], "steps": ["submit", "withdraw"],
         "template": "%s"}
        """
                .formatted(url, desk, template);
    }

    private JsonNode register(Hook hook, String template) {
        JsonNode view = ada.post(ALL, settings(hook.url(), template)).expect(201).json();
        made.add(view.path("id").asText());
        return view;
    }

    private String onDesk(String headline) {
        String id = wim.create(headline);
        eva.decide(id, "assign", "{\"desk\": \"%s\"}".formatted(desk)).expect(200);
        return id;
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30));
    }

    private static void awaitCalls(Hook hook, int number) {
        soon().untilAsserted(() -> assertThat(hook.calls()).hasSize(number));
    }

    private JsonNode view(JsonNode hook) {
        return ada.get(ALL + "/" + hook.path("id").asText()).expect(200).json();
    }

    @Test
    void aRoomIsToldOfTheStepsItWantsOnItsDesk() {
        Hook slack = hook();
        register(slack, "slack");
        String other = wim.create("Elsewhere");
        wim.decide(other, "submit", "{}").expect(200);
        String id = onDesk("Fish & <chips>");
        wim.decide(id, "submit", "{}").expect(200);
        eva.decide(id, "approve", "{}").expect(200);
        awaitCalls(slack, 1);
        Hook.Call call = slack.calls().getFirst();
        assertThat(call.header("Content-type")).isEqualTo("application/json");
        assertThat(call.json().path("text").asText())
                .isEqualTo(
                        "“Fish &amp; &lt;chips&gt;” — submitted for review by wim, desk " + desk);
        assertThat(call.json()).hasSize(1);
    }

    @Test
    void aRoomIsToldThatTheSourceTakesAnArticleBack() {
        Hook slack = hook();
        JsonNode view = register(slack, "slack");
        String path = ALL + "/" + view.path("id").asText();
        ada.send("PATCH", path, "{\"steps\": [\"cancel\"]}", "If-Match", "*").expect(200);
        IngestedItem item = IngestedItem.harbour();
        item.arrive(events);
        eva.decide(item.article().toString(), "assign", "{\"desk\": \"%s\"}".formatted(desk))
                .expect(200);
        item.revised(2, "<p>It waits.</p>").arrive(events);
        item.revised(3, "").with("pubStatus", "canceled").arrive(events);
        awaitCalls(slack, 1);
        assertThat(slack.calls().getFirst().json().path("text").asText())
                .isEqualTo("“Harbour opens” — taken back by its source, desk " + desk);
    }

    @Test
    void markdownThatPeopleWriteStaysText() {
        Hook mattermost = hook();
        Hook teams = hook();
        register(mattermost, "mattermost");
        register(teams, "teams");
        wim.decide(onDesk("*Loud* @channel"), "submit", "{}").expect(200);
        awaitCalls(mattermost, 1);
        awaitCalls(teams, 1);
        assertThat(mattermost.calls().getFirst().json().path("text").asText())
                .startsWith("“\\*Loud\\* @\u200bchannel” — submitted for review by wim");
        JsonNode card = teams.calls().getFirst().json();
        assertThat(card.path("type").asText()).isEqualTo("message");
        assertThat(card.at("/attachments/0/contentType").asText())
                .isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(card.at("/attachments/0/content/type").asText()).isEqualTo("AdaptiveCard");
        assertThat(card.at("/attachments/0/content/body/0/text").asText()).contains("Loud");
    }

    @Test
    void ourOwnJsonIsSigned() throws Exception {
        Hook hook = hook().first(500, null);
        JsonNode view = register(hook, "json");
        String id = onDesk("Signed");
        wim.decide(id, "submit", "{}").expect(200);
        awaitCalls(hook, 2);
        Hook.Call first = hook.calls().getFirst();
        Hook.Call call = hook.calls().getLast();
        JsonNode json = call.json();
        assertThat(json.path("type").asText()).isEqualTo("article.submit");
        assertThat(json.at("/data/article").asText()).isEqualTo(id);
        assertThat(json.at("/data/name").asText()).isEqualTo("wim");
        assertThat(json.at("/data/workflow").asText()).isEqualTo("in-review");
        assertThat(call.header("Webhook-id")).isEqualTo(first.header("Webhook-id")).isNotEmpty();
        long timestamp = Long.parseLong(call.header("Webhook-timestamp"));
        assertThat(Instant.ofEpochSecond(timestamp))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        String secret = view.path("secret").asText();
        assertThat(secret).startsWith("whsec_");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
        String signed = "%s.%d.%s".formatted(call.header("Webhook-id"), timestamp, call.text());
        assertThat(call.header("Webhook-signature"))
                .isEqualTo(
                        "v1,"
                                + Base64.getEncoder()
                                        .encodeToString(
                                                mac.doFinal(
                                                        signed.getBytes(StandardCharsets.UTF_8))));
        assertThat(view(view).path("secret").isNull()).isTrue();
    }

    @Test
    void whatFailedIsTriedAgainNoSoonerThanTheToolWants() {
        Hook hook = hook().first(429, "3");
        JsonNode view = register(hook, "slack");
        wim.decide(onDesk("Too fast"), "submit", "{}").expect(200);
        awaitCalls(hook, 1);
        soon().until(() -> view(view).path("failures").asInt() == 1);
        assertThat(view(view).path("problem").asText()).isEqualTo("It answered 429.");
        awaitCalls(hook, 2);
        long between = hook.calls().getLast().nanos() - hook.calls().getFirst().nanos();
        assertThat(Duration.ofNanos(between)).isGreaterThan(Duration.ofSeconds(3).minusMillis(50));
        soon().until(() -> view(view).path("failures").asInt() == 0);
        assertThat(view(view).path("problem").isNull()).isTrue();
    }

    @Test
    void aDeadToolDelaysNobodyElse() {
        Hook dead = hook();
        Hook alive = hook();
        JsonNode view = register(dead, "slack");
        register(alive, "slack");
        dead.close();
        hooks.remove(dead);
        String id = onDesk("Not delayed");
        for (int i = 0; i < 2; i++) {
            wim.decide(id, "submit", "{}").expect(200);
            wim.decide(id, "withdraw", "{}").expect(200);
        }
        awaitCalls(alive, 4);
        soon().until(() -> view(view).path("failures").asInt() >= 1);
        assertThat(view(view).path("enabled").asBoolean()).isTrue();
    }

    @Test
    void aToolThatIsGoneIsToldNothingUntilSomebodySaysSo() {
        Hook hook = hook().first(410, null);
        JsonNode view = register(hook, "slack");
        String id = onDesk("Gone");
        wim.decide(id, "submit", "{}").expect(200);
        soon().until(() -> !view(view).path("enabled").asBoolean());
        assertThat(view(view).path("disabledReason").asText()).contains("410");
        wim.decide(id, "withdraw", "{}").expect(200);
        String path = ALL + "/" + view.path("id").asText();
        String etag = ada.get(path).header("ETag");
        JsonNode renewed =
                ada.send("PATCH", path, "{\"enabled\": true}", "If-Match", etag).expect(200).json();
        assertThat(renewed.path("disabledReason").isNull()).isTrue();
        wim.decide(id, "submit", "{}").expect(200);
        awaitCalls(hook, 2);
    }

    @Test
    void aKillIsToldBeforeAllThatWaits() throws Exception {
        Hook hook = hook();
        String id = register(hook, "json").path("id").asText();
        waiting(id, Instant.now().minusSeconds(60), "submit", "withdraw", "submit", "kill");
        awaitCalls(hook, 4);
        assertThat(hook.calls())
                .extracting(call -> call.json().path("type").asText())
                .containsExactly(
                        "article.kill", "article.submit", "article.withdraw", "article.submit");
    }

    @Test
    void oldNewsIsLeftOutWhereTooMuchWaits() throws Exception {
        Hook hook = hook();
        JsonNode view = register(hook, "json");
        assertThat(view.path("leftOut").asInt()).isZero();
        String[] steps = new String[Sends.MOST_WAITING + 4];
        Arrays.fill(steps, "submit");
        steps[0] = "kill"; // the oldest
        waiting(view.path("id").asText(), Instant.now().plusSeconds(3600), steps);
        String id = onDesk("One too many");
        wim.decide(id, "submit", "{}").expect(200);
        awaitCalls(hook, 1);
        assertThat(hook.calls().getFirst().json().at("/data/article").asText()).isEqualTo(id);
        assertThat(view(view).path("leftOut").asInt()).isEqualTo(5);
        assertThat(waiting(view.path("id").asText(), "kill")).isEqualTo(1);
    }

    /** What the webhook is to be told, in this order, one a millisecond from a time on. */
    private void waiting(String hook, Instant from, String... steps) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                """
                                insert into webhook_send
                                    (id, webhook_id, change, created_at, attempts, next_at)
                                select gen_random_uuid(), cast(? as uuid), jsonb_build_object(
                                        'article', gen_random_uuid(), 'step', step,
                                        'actor', 'service:test'),
                                    now() - interval '1 hour' + place * interval '1 millisecond', 0,
                                    ? + place * interval '1 millisecond'
                                from unnest(?) with ordinality as told (step, place)
                                """)) {
            insert.setString(1, hook);
            insert.setObject(2, from.atOffset(ZoneOffset.UTC));
            insert.setArray(3, connection.createArrayOf("text", steps));
            insert.executeUpdate();
        }
    }

    /** How much of a step the webhook is still to be told. */
    private int waiting(String hook, String step) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "select count(*) from webhook_send where webhook_id ="
                                        + " cast(? as uuid) and change ->> 'step' = ?")) {
            query.setString(1, hook);
            query.setString(2, step);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    @Test
    void theAddressIsASecret() {
        JsonNode view = register(hook(), "slack");
        assertThat(view.toString()).doesNotContain("secret-token");
        assertThat(view(view).toString()).doesNotContain("secret-token");
        assertThat(view(view).path("url").asText()).matches("http://127\\.0\\.0\\.1:\\d+/…");
        assertThat(ada.get(ALL).expect(200).response().body()).doesNotContain("secret-token");
    }

    @Test
    void settingsChangeUnderTheirETag() {
        Hook hook = hook();
        JsonNode view = register(hook, "slack");
        String path = ALL + "/" + view.path("id").asText();
        String etag = ada.get(path).header("ETag");
        String patch = "{\"name\": \"Another room\", \"desks\": null}";
        ada.send("PATCH", path, patch).problem(428, "precondition-required");
        ada.send("PATCH", path, patch, "If-Match", "\"9\"").problem(412, "precondition-failed");
        ada.send("PATCH", path, "{\"steps\": []}", "If-Match", etag).problem(422, "unprocessable");
        var changed = ada.send("PATCH", path, patch, "If-Match", etag).expect(200);
        assertThat(changed.header("ETag")).isNotEqualTo(etag);
        assertThat(changed.json().path("name").asText()).isEqualTo("Another room");
        assertThat(changed.json().path("desks").isNull()).isTrue();
        ada.send("DELETE", path, null, "If-Match", etag).problem(412, "precondition-failed");
        ada.send("DELETE", path, null, "If-Match", changed.header("ETag")).expect(204);
        ada.get(path).problem(404, "not-found");
        ada.post(path + "/test", null).problem(404, "not-found");
    }

    @Test
    void aTestTellsHowItWent() {
        Hook hook = hook().first(403, null);
        String path = ALL + "/" + register(hook, "slack").path("id").asText() + "/test";
        JsonNode refused = ada.post(path, null).expect(200).json();
        assertThat(refused.path("delivered").asBoolean()).isFalse();
        assertThat(refused.path("status").asInt()).isEqualTo(403);
        JsonNode taken = ada.post(path, null).expect(200).json();
        assertThat(taken.path("delivered").asBoolean()).isTrue();
        assertThat(hook.calls().getLast().json().path("text").asText())
                .contains("A test of The desk's room");
    }

    @Test
    void whatCannotBeIsRefused() {
        String right = settings("https://chat.example/hook", "slack");
        for (String wrong :
                List.of(
                        right.replace("submit", "sing"),
                        right.replace("\"slack\"", "\"smoke\""),
                        right.replace("The desk's room", " "),
                        right.replace("https:", "ftp:"),
                        right.replace("\"name\"", "\"nome\""))) {
            ada.post(ALL, wrong).problem(422, "unprocessable");
        }
        ada.post(ALL, "{").expect(400);
    }
}
