package galley.editorial.stream;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

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
import galley.events.ItemProposal;
import galley.testkit.GalleyServers;
import galley.testkit.SseListener;
import galley.testkit.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who listens is told everything that is theirs, once, in order. */
@OnServers
class StreamTest {
    /** More than the connection and both ends keep. */
    private static final int MANY = 6_000;

    private final String kim = "kim-" + UUID.randomUUID().toString().substring(0, 8);
    private final Api wim = Api.as("writer", "wim");
    private final Api eva = Api.as("editor", "eva");
    private final List<SseListener> opened = new ArrayList<>();

    @Inject AgroalDataSource database;
    @Inject Events events;

    @AfterEach
    void close() {
        opened.forEach(SseListener::close);
    }

    private SseListener listen(String query, String... headers) {
        return listenWith(Tokens.of("writer", kim), query, headers);
    }

    private SseListener listenWith(String token, String query, String... headers) {
        SseListener listener = Listeners.open(token, query, headers);
        opened.add(listener);
        return listener;
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20));
    }

    private static void awaitSteps(SseListener listener, String... steps) {
        soon().untilAsserted(() -> assertThat(Listeners.steps(listener)).containsExactly(steps));
    }

    private String onDesk(String desk) {
        String id = wim.create("Tide tables");
        eva.decide(id, "assign", "{\"desk\": \"%s\"}".formatted(desk)).expect(200);
        return id;
    }

    private static String desk() {
        return "desk-" + UUID.randomUUID();
    }

    @Test
    void changesAreToldAsTheyAreMade() {
        String id = wim.create("High water");
        SseListener listener = listen("?article=" + id);
        wim.decide(id, "submit", "{}").expect(200);
        eva.decide(id, "approve", "{}").expect(200);
        awaitSteps(listener, "submit", "approve");
        JsonNode approval = listener.events("article").getLast();
        assertThat(approval.path("article").asText()).isEqualTo(id);
        assertThat(approval.path("revision").asLong()).isEqualTo(3);
        assertThat(approval.path("workflow").asText()).isEqualTo("approved");
        assertThat(approval.path("headline").asText()).isEqualTo("High water");
        assertThat(approval.path("actor").asText()).startsWith("staff:");
        assertThat(approval.path("name").asText()).isEqualTo("eva");
    }

    @Test
    void whatTheSourceSendsOfAnArticleInHandIsTold() {
        IngestedItem item = IngestedItem.harbour();
        item.arrive(events);
        String id = item.article().toString();
        wim.decide(id, "submit", "{}").expect(200);
        eva.decide(id, "approve", "{}").expect(200);
        Api.as("publisher", "pia").decide(id, "release", "{}").expect(200);
        SseListener listener = listen("?article=" + id);
        IngestedItem waiting = item.revised(2, "<p>It opened on Tuesday.</p>");
        waiting.arrive(events);
        waiting.arrive(events); // under another id: it waits already
        eva.decide(id, "source-revisions/2/leave", null).expect(200);
        item.revised(3, "").with("pubStatus", "canceled").arrive(events);
        eva.decide(id, "proposals/cancel-3/dismiss", null).expect(200);
        awaitSteps(listener, "source-revision", "source-revision-left", "cancel", "dismiss-cancel");
        JsonNode cancel = listener.events("article").get(2);
        assertThat(cancel.path("revision").asLong()).isEqualTo(4);
        assertThat(cancel.path("workflow").asText()).isEqualTo("released");
        assertThat(cancel.path("actor").asText()).startsWith("source:");
    }

    @Test
    void aCancelWithATextIsToldBesideTheUpdate() {
        IngestedItem item = IngestedItem.harbour();
        item.arrive(events);
        SseListener listener = listen("?article=" + item.article());
        ItemProposal cancel = new ItemProposal("cancel", null, null, "Kill this story", 0.9);
        item.revised(2, "<p>Kill this story</p>").with("proposals", List.of(cancel)).arrive(events);
        awaitSteps(listener, "source-update", "cancel");
    }

    @Test
    void locksAndCommentsAreTold() {
        String id = wim.create("Ebb stream");
        SseListener listener = listen("?article=" + id);
        String path = "/v1/articles/" + id;
        wim.post(path + "/lock", null).expect(200);
        wim.post(path + "/lock", null).expect(200); // renewed
        wim.post(path + "/unlock", null).expect(204);
        wim.post(path + "/unlock", null).expect(204);
        wim.post(path + "/lock", null).expect(200);
        eva.post(path + "/unlock", "{\"break\": true}").expect(204);
        eva.post(path + "/comments", "{\"text\": \"When?\"}").expect(201);
        awaitSteps(listener, "lock", "unlock", "lock", "break-lock", "comment");
        assertThat(listener.events("article").get(3).path("name").asText()).isEqualTo("eva");
    }

    @Test
    void theAnswerIsAStreamThatNobodyKeeps() {
        SseListener listener = listen("");
        assertThat(listener.header("Content-Type")).startsWith("text/event-stream");
        assertThat(listener.header("Cache-Control")).isEqualTo("no-store");
        assertThat(listener.header("X-Accel-Buffering")).isEqualTo("no");
        soon().until(() -> listener.retry().equals("3000"));
        soon().until(() -> listener.comments() >= 3);
    }

    @Test
    void aClientThatComesBackGetsWhatItMissedAndNothingTwice() {
        String id = wim.create("Low water");
        SseListener first = listen("?article=" + id);
        wim.decide(id, "submit", "{}").expect(200);
        awaitSteps(first, "submit");
        first.close();
        wim.decide(id, "withdraw", "{}").expect(200);
        wim.decide(id, "submit", "{}").expect(200);
        SseListener second = listen("?article=" + id, "Last-Event-ID", first.lastEventId());
        awaitSteps(second, "withdraw", "submit");
        eva.decide(id, "approve", "{}").expect(200);
        awaitSteps(second, "withdraw", "submit", "approve");
        SseListener byQuery = listen("?article=" + id + "&lastEventId=" + first.lastEventId());
        awaitSteps(byQuery, "withdraw", "submit", "approve");
    }

    @Test
    void everyEventIsAPlaceToGoOnFrom() {
        String id = wim.create("Slack water");
        SseListener whole = listen("?article=" + id);
        wim.decide(id, "submit", "{}").expect(200);
        wim.decide(id, "withdraw", "{}").expect(200);
        wim.decide(id, "submit", "{}").expect(200);
        awaitSteps(whole, "submit", "withdraw", "submit");
        for (int got = 0; got < 3; got++) {
            SseListener rest =
                    listen("?article=" + id, "Last-Event-ID", whole.events().get(got).id());
            List<SseListener.Event> missing = whole.events().subList(got + 1, 3);
            soon().untilAsserted(() -> assertThat(rest.events()).isEqualTo(missing));
        }
    }

    @Test
    void aPositionMovesOnPastWhatIsNotForTheClient() {
        SseListener listener = listen("?article=" + UUID.randomUUID());
        soon().until(() -> listener.comments() > 0);
        String before = listener.lastEventId();
        wim.create("Spring tide");
        soon().until(() -> !listener.lastEventId().equals(before));
        assertThat(listener.events()).isEmpty();
    }

    @Test
    void aTransactionThatCommitsLateIsNotSkipped() throws Exception {
        UUID late = UUID.randomUUID();
        UUID early = UUID.randomUUID();
        SseListener listener = listen("?article=%s&article=%s".formatted(late, early));
        try (Connection slow = database.getConnection();
                Connection quick = database.getConnection()) {
            slow.setAutoCommit(false);
            quick.setAutoCommit(false);
            write(slow, late, "late");
            write(quick, early, "early");
            quick.commit();
            awaitSteps(listener, "early");
            slow.commit();
        }
        awaitSteps(listener, "early", "late");
        String early1 = listener.events().getFirst().id();
        SseListener again = listen("?article=" + late, "Last-Event-ID", early1);
        awaitSteps(again, "late");
    }

    private static void write(Connection connection, UUID article, String step) throws Exception {
        try (var insert =
                connection.prepareStatement(
                        "insert into change_log (at, article_id, change)"
                                + " values (now(), ?, cast(? as jsonb))")) {
            insert.setObject(1, article);
            insert.setString(
                    2,
                    "{\"article\": \"%s\", \"step\": \"%s\", \"actor\": \"service:test\"}"
                            .formatted(article, step));
            insert.executeUpdate();
        }
    }

    @Test
    void aDeskHearsOfItsArticlesAndOfThoseThatLeave() {
        String coast = desk();
        String inland = desk();
        String id = onDesk(coast);
        SseListener both = listen("?desk=%s&desk=%s".formatted(coast, inland));
        SseListener listener = listen("?desk=" + coast);
        onDesk(desk());
        wim.decide(id, "submit", "{}").expect(200);
        eva.decide(id, "assign", "{\"desk\": \"%s\"}".formatted(inland)).expect(200);
        eva.decide(id, "approve", "{}").expect(200);
        awaitSteps(both, "submit", "assign", "approve");
        awaitSteps(listener, "submit", "assign");
        assertThat(listener.events("article").getLast().path("desk").asText()).isEqualTo(inland);
    }

    @Test
    void whoAsksForTheirOwnHearsOfWhatTheyHaveInHand() {
        SseListener listener = listen("?assignee=me");
        String id = wim.create("Neap tide");
        eva.decide(id, "assign", "{\"user\": \"%s\"}".formatted(kim)).expect(200);
        wim.decide(id, "submit", "{}").expect(200);
        eva.decide(id, "assign", "{\"user\": null}").expect(200);
        eva.decide(id, "approve", "{}").expect(200);
        String other = wim.create("Ebb tide");
        eva.decide(other, "assign", "{\"user\": \"%s\"}".formatted(kim)).expect(200);
        awaitSteps(listener, "assign", "submit", "assign", "assign");
    }

    @Test
    void notificationsReachTheirRecipientAndNobodyElse() {
        String id = wim.create("Flood tide");
        Api.as("writer", kim).get("/v1/notifications").expect(200);
        SseListener mine = listen("?article=" + id);
        SseListener others = listenWith(Tokens.of("admin", "ada"), "?article=" + id);
        SseListener authors = listenWith(Tokens.of("writer", "wim"), "?article=" + id);
        wim.post(
                        "/v1/articles/" + id + "/comments",
                        "{\"text\": \"Is it high, @%s?\"}".formatted(kim))
                .expect(201);
        wim.decide(id, "submit", "{}").expect(200);
        for (SseListener listener : List.of(mine, others, authors)) {
            awaitSteps(listener, "comment", "submit");
        }
        assertThat(mine.events("notification")).hasSize(1);
        JsonNode told = mine.events("notification").getFirst();
        assertThat(told.path("kind").asText()).isEqualTo("mention");
        assertThat(told.path("text").asText()).isEqualTo("Is it high, @%s?".formatted(kim));
        assertThat(told)
                .isEqualTo(
                        Api.as("writer", kim)
                                .get("/v1/notifications")
                                .json()
                                .path("items")
                                .path(0));
        assertThat(others.events("notification")).isEmpty();
        assertThat(authors.events("notification")).isEmpty();
        SseListener past =
                listenWith(
                        Tokens.of("admin", "ada"),
                        "?article=" + id,
                        "Last-Event-ID",
                        Long.toString(Long.parseLong(mine.events().getFirst().id()) - 1));
        awaitSteps(past, "comment", "submit");
        assertThat(past.events("notification")).isEmpty();
    }

    @Test
    void whatBeginsToMatchASavedSearchIsTold() {
        String word = "w" + UUID.randomUUID().toString().replace("-", "");
        Api.as("writer", kim)
                .post(
                        "/v1/searches",
                        "{\"name\": \"Mine\", \"query\": {\"q\": \"%s\"}, \"notify\": true}"
                                .formatted(word))
                .expect(201);
        SseListener mine = listen("");
        String id = wim.create("Neap tide " + word);
        soon().until(() -> !mine.events("notification").isEmpty());
        JsonNode told = mine.events("notification").getFirst();
        assertThat(told.path("kind").asText()).isEqualTo("match");
        assertThat(told.path("article").asText()).isEqualTo(id);
    }

    @Test
    void whoseLastEventIsNoLongerKnownReadsEverythingAgain() {
        SseListener listener = listen("", "Last-Event-ID", "999999999999");
        soon().until(() -> !listener.events("reset").isEmpty());
        String id = wim.create("Storm surge");
        soon().until(
                        () ->
                                listener.events("article").stream()
                                        .anyMatch(it -> it.path("article").asText().equals(id)));
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        Api reader = Api.as("writer", kim);
        String[] accept = {"Accept", "text/event-stream"};
        reader.get("/v1/stream?assignee=you", accept).problem(400, "bad-request");
        reader.get("/v1/stream?article=x", accept).problem(400, "bad-request");
        reader.get("/v1/stream?lastEventId=x", accept).problem(400, "bad-request");
        Api.asNobody().get("/v1/stream", accept).expect(401);
    }

    @Test
    void aStreamEndsWithItsToken() {
        String token = GalleyServers.shared().tokens().issue("writer", kim, Duration.ofSeconds(5));
        SseListener listener = listenWith(token, "");
        SseListener other = listen("");
        soon().until(listener::hasEnded);
        assertThat(listener.brokeOff()).isFalse();
        assertThat(other.hasEnded()).isFalse();
    }

    @Test
    void whoDoesNotReadIsCutOffAndGoesOnLater() throws Exception {
        UUID article = UUID.randomUUID();
        SseListener reference = listen("?article=" + article);
        soon().until(() -> !reference.lastEventId().isEmpty());
        String start = reference.lastEventId();
        soon().until(() -> SleepingClient.open() == 1); // those of other tests are gone
        try (SleepingClient client =
                new SleepingClient(Tokens.of("writer", kim), "?article=" + article)) {
            try (Connection connection = database.getConnection();
                    var insert =
                            connection.prepareStatement(
                                    "insert into change_log (at, article_id, change) select now(),"
                                            + " ?, jsonb_build_object('article', ?, 'revision',"
                                            + " n, 'step', 'edit', 'actor', 'service:test',"
                                            + " 'headline', repeat('x', 4000))"
                                            + " from generate_series(1, ?) as n")) {
                insert.setObject(1, article);
                insert.setObject(2, article);
                insert.setInt(3, MANY);
                insert.executeUpdate();
            }
            soon().until(() -> Listeners.steps(reference).size() == MANY);
            client.awaitCutOff();
            assertThat(client.received()).isLessThan(MANY * 4_000L);
        }
        SseListener again = listen("?article=" + article, "Last-Event-ID", start);
        soon().until(() -> Listeners.steps(again).size() == MANY);
        assertThat(again.events("article").stream().map(it -> it.path("revision").asInt()))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, MANY).boxed().toList());
    }

    @Test
    void manyListenAtOnce() {
        String id = wim.create("Wave height");
        List<SseListener> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add(listen("?article=" + id));
        }
        wim.decide(id, "submit", "{}").expect(200);
        soon().untilAsserted(
                        () ->
                                assertThat(many)
                                        .allSatisfy(
                                                it ->
                                                        assertThat(Listeners.steps(it))
                                                                .containsExactly("submit")));
    }
}
