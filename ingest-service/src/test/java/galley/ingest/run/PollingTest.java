package galley.ingest.run;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import galley.ingest.Api;
import galley.ingest.FeedServer;
import galley.ingest.OnServers;
import galley.ingest.Rss;
import galley.testkit.GalleyServers;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

/** The pollers of several replicas, of which the service under test is one. */
@OnServers
class PollingTest {
    @Inject Runs runs;
    @Inject Fetching fetching;
    @Inject FetchConfig config;

    private final Api admin = Api.as("admin", "ada");
    private final FeedServer site = new FeedServer();
    private final List<String> sources = new ArrayList<>();

    @AfterEach
    void removeSources() {
        sources.forEach(source -> admin.delete("/v1/sources/" + source).expect(204));
        site.close();
    }

    @Test
    void eachSourceIsPolledOnceInEachOfItsOwnIntervalsByAnyNumberOfReplicas() {
        site.serves(Rss.feed(Rss.item("1", "One", "a")));
        for (int i = 0; i < 6; i++) {
            register("/often-" + i, "PT1S");
        }
        var seldom = register("/seldom", "P1D");
        var others =
                List.of(new Poller(runs, fetching, config), new Poller(runs, fetching, config));
        try {
            await().atMost(60, SECONDS)
                    .pollInterval(Duration.ofMillis(20))
                    .until(
                            () -> {
                                others.parallelStream().forEach(Poller::poll);
                                return sources.stream()
                                        .filter(source -> !source.equals(seldom))
                                        .allMatch(source -> runsOf(source).size() >= 4);
                            });
        } finally {
            others.forEach(Poller::stop);
        }
        assertThat(runsOf(seldom)).isEmpty();
        for (var source : sources) {
            var starts = runsOf(source).reversed().stream().map(PollingTest::startedAt).toList();
            for (int i = 1; i < starts.size(); i++) {
                assertThat(Duration.between(starts.get(i - 1), starts.get(i)))
                        .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
            }
        }
    }

    @Test
    void whatIsPolledTwiceIsTakenInOnce() {
        site.serves(Rss.feed(Rss.item("1", "One", "a")));
        var source = register("/feed", "PT1S");
        await().atMost(30, SECONDS).until(() -> runsOf(source).size() >= 3);
        var done = runsOf(source).reversed();
        assertThat(done.getFirst().path("trigger").asText()).isEqualTo("poll");
        assertThat(done.getFirst().path("new").asInt()).isOne();
        assertThat(done.subList(1, 3)).allMatch(run -> run.path("new").asInt() == 0);
    }

    @Test
    void aPausedSourceIsNotPolled() {
        site.serves(Rss.feed());
        var paused = register("/paused", "PT1S");
        admin.patch("/v1/sources/" + paused, "{\"state\": \"paused\"}").expect(200);
        int before = runsOf(paused).size();
        var active = register("/active", "PT1S");
        await().atMost(30, SECONDS).until(() -> runsOf(active).size() >= 3);
        assertThat(runsOf(paused)).hasSizeLessThanOrEqualTo(before + 1);
        int settled = runsOf(paused).size();
        await().atMost(30, SECONDS).until(() -> runsOf(active).size() >= 5);
        assertThat(runsOf(paused)).hasSize(settled);
    }

    @Test
    void aRunWhoseReplicaDiedIsTakenOver() {
        site.serves(Rss.feed(Rss.item("1", "One", "a")));
        var source = register("/feed", "P1D");
        leaveBehind(source, Duration.ofMinutes(-1));
        await().atMost(30, SECONDS).until(() -> isDone(source, 2));
        var all = runsOf(source);
        assertThat(all.getFirst().path("new").asInt()).isOne();
        assertThat(all.getLast().path("error").path("type").asText()).isEqualTo("fetch-lost");
    }

    @Test
    void aFetchByHandTakesADeadRunOver() {
        site.serves(Rss.feed(Rss.item("1", "One", "a")));
        var source = register("/feed", "P1D");
        leaveBehind(source, Duration.ofSeconds(1));
        assertThat(admin.fetch(source)).contains("\"new\":1");
        assertThat(site.requests()).hasSize(1);
    }

    @Test
    void aReplicaThatWasTakenForDeadStoresNothing() {
        site.serves(Rss.feed(Rss.item("1", "One", "a")));
        var source = register("/feed", "P1D");
        var slow = runs.startByHand(UUID.fromString(source)).orElseThrow();
        QuarkusTransaction.requiringNew()
                .run(() -> runs.findById(slow.run()).leaseUntil = Instant.EPOCH);
        await().atMost(30, SECONDS).until(() -> isDone(source, 2));
        site.serves(Rss.feed(Rss.item("late", "Late", "b")));
        fetching.run(slow);
        assertThat(runsOf(source).getLast().path("error").path("type").asText())
                .isEqualTo("fetch-lost");
        assertThat(admin.fetch(source)).contains("\"new\":1");
    }

    @Test
    void aReplicaThatIsStoppedLeavesItsRunToTheOthers() throws Exception {
        var asked = new CountDownLatch(1);
        site.handles(
                exchange -> {
                    asked.countDown();
                    hang();
                });
        var source = register("/feed", "P1D");
        var started = runs.startByHand(UUID.fromString(source)).orElseThrow();
        var replica = Thread.ofVirtual().start(() -> fetching.run(started));
        asked.await();
        replica.interrupt();
        replica.join();
        assertThat(runsOf(source).getFirst().path("status").asText()).isEqualTo("running");
    }

    @Test
    void pollingGoesOnAfterTheDatabaseWasAway() {
        site.serves(Rss.feed());
        var source = register("/feed", "PT1S");
        var poller = new Poller(runs, fetching, config);
        var postgres = GalleyServers.shared().postgres();
        postgres.kill();
        try {
            assertThatCode(poller::poll).doesNotThrowAnyException();
        } finally {
            postgres.start();
            poller.stop();
        }
        await().atMost(60, SECONDS).ignoreExceptions().until(() -> !runsOf(source).isEmpty());
    }

    @Test
    void runsAreForgottenAfterAWhile() {
        site.serves(Rss.feed());
        var source = register("/feed", "P1D");
        admin.fetch(source);
        admin.fetch(source);
        var old = UUID.fromString(runsOf(source).getLast().path("id").asText());
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                runs.findById(old).finishedAt =
                                        Instant.now().minus(Duration.ofDays(91)));
        runs.forgetOld();
        assertThat(runsOf(source))
                .extracting(run -> run.path("id").asText())
                .hasSize(1)
                .doesNotContain(old.toString());
    }

    private String register(String path, String pollEvery) {
        var source = admin.register(site.at(path), pollEvery);
        sources.add(source);
        return source;
    }

    /** A run as it is left by a replica that was killed during it. */
    private void leaveBehind(String source, Duration lease) {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                runs.persist(
                                        new Run(
                                                UUID.fromString(source),
                                                Run.Trigger.POLL,
                                                Instant.now().minusSeconds(1),
                                                lease.plusSeconds(1))));
    }

    private boolean isDone(String source, int count) {
        var all = runsOf(source);
        return all.size() == count && all.getFirst().path("status").asText().equals("done");
    }

    private List<JsonNode> runsOf(String source) {
        return admin.all("/v1/sources/" + source + "/runs");
    }

    private static void hang() throws IOException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static Instant startedAt(JsonNode run) {
        return Instant.parse(run.path("startedAt").asText());
    }
}
