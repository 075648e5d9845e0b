package galley.endtoend;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.localstack.TokenIssuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Readers can't tell at which replica of publish they are, nor that one has died. */
class ReplicasIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int REPLICAS = 4;

    /** A rebuild is slow enough to be interrupted, and then soon goes on elsewhere. */
    private static final List<String> OPTIONS =
            List.of(
                    "-Xmx256m",
                    "-Dgalley.rebuild.events-per-second=30",
                    "-Dgalley.rebuild.lease=6s");

    private static final List<String> LISTS =
            List.of("/v1/articles", "/", "/feeds/atom.xml", "/feeds/rss.xml", "/feeds/feed.json");

    private static Processes platform;
    private static Ferries ferries;
    private static List<Replica> replicas;

    @BeforeAll
    static void start() {
        platform = Processes.start(OPTIONS);
        platform.part("ingest").close(); // nothing comes in here
        ferries = new Ferries(platform);
        replicas = platform.replicas("publish", REPLICAS);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void startAll() {
        Replica.start(replicas);
    }

    @Test
    void allAnswerAlikeOnceADecisionIsAnnouncedAndNoneEverGoesBack() throws Exception {
        int versions = 6;
        var killed = ferries.release(3);
        var standing = ferries.release(3);
        var all = all(Stream.of(killed, standing));
        try (var readers = new RegularReaders(replicas, addresses(all))) {
            for (int version = 2; version <= versions; version++) {
                for (var each : all) {
                    ferries.correct(each, version);
                }
                ferries.awaitVersion(all, version);
                awaitAlike(all);
                assertShown(all, version);
                readers.check();
            }
            killed.forEach(ferries::kill);
            ferries.awaitCanceled(killed);
            awaitAlike(all);
            assertGone(killed);
            assertShown(standing, versions);
            readers.awaitVersion(standing, versions);
            readers.awaitVersion(killed, ShownVersions.GONE);
            readers.finish();
        }
    }

    @Test
    void anotherGoesOnWithTheRebuildOfOneThatIsKilledAndReadersNeverNotice() throws Exception {
        var lost = ferries.release(3);
        var corrected = ferries.release(1);
        var killed = ferries.release(1);
        var untouched = ferries.release(60);
        lose(lost);
        var all = all(Stream.of(corrected, killed, untouched));
        try (var readers = new RegularReaders(replicas, addresses(all))) {
            var atWork = startRebuild();
            atWork.kill();
            var others = replicas.stream().filter(replica -> replica != atWork).toList();
            assertThat(rebuild(others).path("state").asText()).isEqualTo("running");
            corrected.forEach(each -> ferries.correct(each, 2));
            killed.forEach(ferries::kill);

            var finished = awaitEnd(others);
            assertThat(finished.path("problemCount").asInt()).isZero();
            assertThat(finished.at("/counts/missed").asInt())
                    .isBetween(lost.size(), lost.size() + corrected.size() + killed.size());
            assertThat(finished.at("/counts/articles").asInt())
                    .isGreaterThanOrEqualTo(lost.size() + all.size());

            Replica.start(replicas);
            ferries.awaitVersion(corrected, 2);
            ferries.awaitCanceled(killed);
            awaitAlike(all(Stream.of(lost, all)));
            assertShown(all(Stream.of(lost, untouched)), 1);
            assertShown(corrected, 2);
            assertGone(killed);
            readers.finish();
        }
    }

    /** Takes articles out of publish's database, as an accident would. */
    private static void lose(List<Ferry> articles) throws SQLException {
        try (var database = platform.connect("publish");
                var delete =
                        database.prepareStatement("delete from edition_article where id = ?")) {
            for (var each : articles) {
                delete.setObject(1, UUID.fromString(each.id()));
                assertThat(delete.executeUpdate()).isEqualTo(1);
            }
        }
    }

    /** Starts a rebuild; answers the replica that has begun to work on it. */
    private static Replica startRebuild() {
        var started = operator(replicas.getFirst()).post("/v1/rebuild", null);
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        return await("a replica is at work")
                .atMost(PATIENCE)
                .until(ReplicasIT::atWork, Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<Replica> atWork() {
        return replicas.stream().filter(ReplicasIT::hasReadForARebuild).findFirst();
    }

    private static boolean hasReadForARebuild(Replica replica) {
        return replica.metrics().value("galley_publish_rebuild_events_total").orElse(0) > 0;
    }

    private static JsonNode awaitEnd(List<Replica> up) {
        var last =
                await("the rebuild is over")
                        .atMost(PATIENCE)
                        .until(
                                () -> rebuild(up),
                                it -> !it.path("state").asText().equals("running"));
        assertThat(last.path("state").asText()).as(last.toString()).isEqualTo("finished");
        return last;
    }

    private static JsonNode rebuild(List<Replica> up) {
        var answer = operator(up.getFirst()).get("/v1/rebuild");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static Caller operator(Replica replica) {
        return replica.caller(platform.tokens().issue("admin", "ada", TokenIssuer.LIFE));
    }

    private static List<Ferry> all(Stream<List<Ferry>> lists) {
        return lists.flatMap(List::stream).toList();
    }

    private static List<String> addresses(List<Ferry> articles) {
        return Stream.concat(articles.stream().flatMap(Ferry::addresses), LISTS.stream()).toList();
    }

    private static void awaitAlike(List<Ferry> articles) {
        await("every replica answers alike")
                .atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(addresses(articles))
                                        .allSatisfy(
                                                address ->
                                                        assertThat(shown(address).distinct())
                                                                .hasSize(1)));
    }

    private static void assertShown(List<Ferry> articles, int version) {
        for (var each : articles) {
            assertThat(each.addresses().flatMap(ReplicasIT::shown))
                    .allMatch(
                            it -> it.status() == 200 && it.text().contains(each.headline(version)));
        }
    }

    private static void assertGone(List<Ferry> articles) {
        for (var each : articles) {
            assertThat(each.addresses().flatMap(ReplicasIT::shown))
                    .allMatch(it -> it.status() == 410);
            assertThat(LISTS.stream().flatMap(ReplicasIT::shown))
                    .noneMatch(it -> it.text().contains("Ferry %d,".formatted(each.number())));
        }
    }

    /** What an address shows at each replica; all but the request's own number in a problem. */
    private static Stream<Shown> shown(String address) {
        return replicas.stream().map(replica -> Shown.of(replica.read(address).orElseThrow()));
    }

    private record Shown(int status, String etag, String text) {
        static Shown of(Answer answer) {
            var text = answer.text().replaceFirst("\"traceId\":\"[0-9a-f]+\"", "");
            return new Shown(answer.status(), answer.header("ETag"), text);
        }
    }
}
