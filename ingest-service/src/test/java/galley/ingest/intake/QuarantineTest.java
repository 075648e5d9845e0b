package galley.ingest.intake;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.ingest.Api;
import galley.ingest.FeedServer;
import galley.ingest.OnServers;
import galley.ingest.Rss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@OnServers
class QuarantineTest {
    @Inject EntityManager entities;
    @Inject AgroalDataSource database;

    private final Api admin = Api.as("admin", "ada");
    private final FeedServer site = new FeedServer();
    private String source;

    @BeforeEach
    void register() {
        MendableReader.isMended = false;
        source = admin.register(site.feed());
    }

    @AfterEach
    void closeSite() {
        site.close();
    }

    @Test
    void anEntryThatCantBeReadWaitsWithItsReasonAndItsBytes() {
        var feed = Rss.feed(Rss.item("1", "One", "a"), Rss.unreadable("2"));
        site.serves(feed, "Content-Type", "application/rss+xml");
        assertThat(admin.fetch(source)).contains("\"new\":1").contains("\"quarantined\":1");
        var waiting = onlyOne();
        assertThat(waiting.path("position").asInt()).isEqualTo(2);
        assertThat(waiting.path("reason").asText())
                .isEqualTo("The entry has neither headline nor text.");
        assertThat(waiting.path("tries").asInt()).isZero();
        var raw = admin.get(path(waiting) + "/raw").expect(200);
        assertThat(raw.text()).isEqualTo(feed);
        assertThat(raw.header("Content-Type")).isEqualTo("application/rss+xml");
    }

    @Test
    void aDocumentThatCantBeReadWaitsWhole() {
        var page = "<!DOCTYPE html><html><body>Back soon</body></html>";
        site.serves(page);
        assertThat(admin.fetch(source)).contains("\"seen\":1").contains("\"quarantined\":1");
        var waiting = onlyOne();
        assertThat(waiting.path("position").isNull()).isTrue();
        assertThat(waiting.path("reason").asText()).contains("neither atom").contains("Back soon");
        assertThat(admin.get(path(waiting) + "/raw").expect(200).text()).isEqualTo(page);
    }

    @Test
    void theSameAgainIsOneWaitingEntry() {
        site.serves(Rss.feed(Rss.unreadable("1")));
        admin.fetch(source);
        admin.fetch(source);
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void aDocumentIsNotKeptAgainForAnEntryThatWaitsAlready() {
        long before = documents();
        for (var time : List.of("10:00", "10:01", "10:02")) {
            site.serves(Rss.feed("<!-- " + source + time + " -->", Rss.unreadable("1")));
            admin.fetch(source);
        }
        assertThat(documents()).isEqualTo(before + 1);
        assertThat(admin.get(path(onlyOne()) + "/raw").expect(200).text()).contains("10:00");
        site.serves(Rss.feed("<item><guid>1</guid><category>c</category></item>"));
        admin.fetch(source);
        assertThat(admin.get(path(onlyOne()) + "/raw").expect(200).text()).contains("category");
    }

    @Test
    void whatStillCantBeReadIsSaidSoAndTheTryCounts() {
        site.serves(Rss.feed(Rss.unreadable("1")));
        admin.fetch(source);
        var retry = admin.post(path(onlyOne()) + "/retry", null);
        assertThat(retry.problem(422, "still-unreadable").path("detail").asText())
                .isEqualTo("The entry has neither headline nor text.");
        assertThat(onlyOne().path("tries").asInt()).isOne();
    }

    @Test
    void aLaterDocumentThatBringsItResolvesIt() {
        site.serves(Rss.feed(Rss.unreadable("1")));
        admin.fetch(source);
        var waiting = onlyOne();
        site.serves(Rss.feed(Rss.item("1", "One", "a")));
        assertThat(admin.fetch(source)).contains("\"new\":1");
        assertThat(waiting()).isEmpty();
        var resolved = admin.get(path(waiting)).expect(200).json();
        assertThat(resolved.path("state").asText()).isEqualTo("resolved");
        assertThat(resolved.path("decidedAt").isNull()).isFalse();
        assertThat(resolved.path("decidedBy").isNull()).isTrue();
        assertThat(admin.get(path(waiting) + "/raw").expect(200).text())
                .contains(Rss.unreadable("1"));
        admin.post(path(waiting) + "/retry", null).problem(409, "already-decided");
    }

    @Test
    void afterItsReaderWasMendedARetryBringsItIn() {
        site.serves("<mendable><one>Good</one><two>Hard</two></mendable>");
        assertThat(admin.fetch(source)).contains("\"new\":1").contains("\"quarantined\":1");
        var path = path(onlyOne());
        MendableReader.isMended = true;
        assertThat(admin.post(path + "/retry", null).expect(200).text())
                .isEqualTo(
                        "{\"seen\":1,\"new\":1,\"updated\":0,\"unchanged\":0,\"quarantined\":0}");
        assertThat(waiting()).isEmpty();
        var resolved = admin.get(path).expect(200).json();
        assertThat(resolved.path("state").asText()).isEqualTo("resolved");
        assertThat(resolved.path("decidedBy").asText()).startsWith("staff:");
        assertThat(resolved.path("decidedByName").asText()).isEqualTo("ada");
        assertThat(entries("resolved")).hasSize(1);
        admin.post(path + "/retry", null).problem(409, "already-decided");
    }

    @Test
    void afterAFixAllThatWaitsOfASourceIsRetriedAtOnce() {
        site.serves("<mendable><one>Good</one><two>Hard</two></mendable>");
        var other = admin.register(site.feed());
        admin.fetch(source);
        admin.fetch(other);
        site.serves(Rss.feed(Rss.unreadable("3")));
        admin.fetch(source);
        MendableReader.isMended = true;
        assertThat(admin.post("/v1/quarantine/retry?source=" + source, null).expect(200).text())
                .isEqualTo(
                        "{\"tried\":2,\"resolved\":1,\"waiting\":1,\"items\":"
                                + "{\"seen\":1,\"new\":1,\"updated\":0,\"unchanged\":0,"
                                + "\"quarantined\":0}}");
        assertThat(onlyOne().path("tries").asInt()).isEqualTo(1);
        assertThat(admin.all("/v1/quarantine", "source=" + other)).hasSize(1);
        var all = admin.post("/v1/quarantine/retry", null).expect(200).json();
        assertThat(all.path("resolved").asInt()).isPositive();
        assertThat(admin.all("/v1/quarantine", "source=" + other)).isEmpty();
    }

    @Test
    void aRetryOfAWholeDocumentBringsInWhatItCanAndLeavesTheRestToWait() {
        site.serves("<mendable broken='yes'><one>Good</one><none/></mendable>");
        assertThat(admin.fetch(source)).contains("\"seen\":1").contains("\"quarantined\":1");
        var path = path(onlyOne());
        MendableReader.isMended = true;
        assertThat(admin.post(path + "/retry", null).expect(200).text())
                .isEqualTo(
                        "{\"seen\":2,\"new\":1,\"updated\":0,\"unchanged\":0,\"quarantined\":1}");
        assertThat(onlyOne().path("position").asInt()).isEqualTo(2);
    }

    @Test
    void whatComesOutOfQuarantineDoesNotUndoWhatCameAfterIt() {
        site.serves("<mendable><two>Old</two></mendable>");
        admin.fetch(source);
        var path = path(onlyOne());
        MendableReader.isMended = true;
        site.serves("<mendable><two>New</two></mendable>");
        assertThat(admin.fetch(source)).contains("\"new\":1");
        // what waits has an identity of its own, since nobody could read the entry's
        assertThat(admin.post(path + "/retry", null).expect(200).text())
                .contains("\"unchanged\":1");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void whatARemovedSourceLeftCanStillBeRetried() {
        site.serves("<mendable><two>Hard</two></mendable>");
        admin.fetch(source);
        var path = path(onlyOne());
        admin.delete("/v1/sources/" + source).expect(204);
        MendableReader.isMended = true;
        assertThat(admin.post(path + "/retry", null).expect(200).text()).contains("\"new\":1");
    }

    @Test
    void ofTwoRetriesAtOnceOneBringsItIn() throws Exception {
        site.serves("<mendable><two>Hard</two></mendable>");
        admin.fetch(source);
        var path = path(onlyOne());
        MendableReader.isMended = true;
        try (var threads = Executors.newFixedThreadPool(2);
                var run = database.getConnection()) {
            run.setAutoCommit(false);
            try (var hold = run.prepareStatement("select from source where id = ? for update")) {
                hold.setObject(1, UUID.fromString(source));
                hold.execute();
            }
            Callable<Integer> retry = () -> admin.post(path + "/retry", null).status();
            var both = List.of(threads.submit(retry), threads.submit(retry));
            await().atMost(Duration.ofSeconds(30)).until(() -> waitingForALock() == 2);
            run.commit();
            assertThat(List.of(both.getFirst().get(), both.getLast().get()))
                    .containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void whatNobodyWantsIsDiscardedWithANoteAndKeepsItsBytes() {
        var feed = Rss.feed(Rss.unreadable("1"));
        site.serves(feed);
        admin.fetch(source);
        var path = path(onlyOne());
        assertThat(admin.post(path + "/discard", "{}").wrongFields()).containsExactly("note");
        var discarded =
                admin.post(path + "/discard", "{\"note\": \"An advertisement\"}")
                        .expect(200)
                        .json();
        assertThat(discarded.path("state").asText()).isEqualTo("discarded");
        assertThat(discarded.path("note").asText()).isEqualTo("An advertisement");
        assertThat(discarded.path("decidedBy").asText()).startsWith("staff:");
        assertThat(discarded.path("decidedByName").asText()).isEqualTo("ada");
        assertThat(waiting()).isEmpty();
        assertThat(entries("discarded")).containsExactly(discarded);
        assertThat(admin.get(path + "/raw").expect(200).text()).isEqualTo(feed);
        admin.post(path + "/retry", null).problem(409, "already-decided");
        admin.post(path + "/discard", "{}").problem(409, "already-decided");
    }

    @Test
    void whatWasDiscardedStaysAwayUntilItSaysSomethingElse() {
        site.serves(Rss.feed(Rss.unreadable("1")));
        admin.fetch(source);
        admin.post(path(onlyOne()) + "/discard", "{\"note\": \"No\"}").expect(200);
        long before = documents();
        site.serves(Rss.feed("<!-- again -->", Rss.unreadable("1")));
        assertThat(admin.fetch(source)).contains("\"quarantined\":1");
        assertThat(waiting()).isEmpty();
        assertThat(documents()).isEqualTo(before);
        site.serves(Rss.feed("<item><guid>1</guid><category>c</category></item>"));
        admin.fetch(source);
        assertThat(waiting()).hasSize(1);
        site.serves(Rss.feed(Rss.item("1", "One", "a")));
        assertThat(admin.fetch(source)).contains("\"new\":1");
    }

    @Test
    void aDocumentThatWasDiscardedStaysAwayToo() {
        site.serves("<!DOCTYPE html><html><body>Gone for " + source + "</body></html>");
        admin.fetch(source);
        admin.post(path(onlyOne()) + "/discard", "{\"note\": \"No\"}").expect(200);
        assertThat(admin.fetch(source)).contains("\"quarantined\":1");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidSo() {
        admin.get("/v1/quarantine?state=lost").problem(400, "bad-state");
        var nothing = "/v1/quarantine/" + UUID.randomUUID();
        admin.get(nothing).problem(404, "not-found");
        admin.post(nothing + "/discard", "{}").problem(404, "not-found");
    }

    private long waitingForALock() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select count(*) from pg_stat_activity where wait_event_type ="
                                        + " 'Lock' and datname = current_database()")) {
            row.next();
            return row.getLong(1);
        }
    }

    private JsonNode onlyOne() {
        assertThat(waiting()).hasSize(1);
        return waiting().getFirst();
    }

    private List<JsonNode> waiting() {
        return entries("waiting");
    }

    private List<JsonNode> entries(String state) {
        return admin.all("/v1/quarantine", "state=" + state).stream()
                .filter(entry -> entry.path("source").asText().equals(source))
                .toList();
    }

    private static String path(JsonNode waiting) {
        return "/v1/quarantine/" + waiting.path("id").asText();
    }

    private long documents() {
        return entities.createQuery("select count(*) from Document", Long.class).getSingleResult();
    }
}
