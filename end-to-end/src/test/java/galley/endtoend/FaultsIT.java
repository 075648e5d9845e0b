package galley.endtoend;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Each part in turn is killed, as by a crash, while articles flow. */
class FaultsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int WAITING = 20;
    private static Processes platform;

    @BeforeAll
    static void start() {
        platform = Processes.start();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "editorial", "publish", "kafka", "postgres"})
    void everyAcceptedArticleComesOutOnceInItsLastVersionAlthoughThisPartIsKilled(String part)
            throws Exception {
        try (var flow = new ArticleFlow(platform, part)) {
            flow.awaitSomeMore();
            platform.part(part).kill();
            platform.part(part).start();
            flow.awaitSomeMore();
            platform.part(part).kill();
            platform.part(part).start();
            flow.awaitSomeMore();
            flow.finish();

            new Arrivals(platform, flow).assertOnceAndInTheLastVersion();
        }
    }

    @Test
    void aKillIsAcceptedWhileKafkaIsAwayAndReachesReadersAlthoughMuchElseWaits() {
        var newsroom = new Newsroom(platform);
        var reader = platform.reader();
        String id = newsroom.write("Ferry fares");
        newsroom.release(id);
        await("live").atMost(PATIENCE).until(() -> reader.get("/v1/articles/" + id).ok());
        platform.part("kafka").kill();
        for (int i = 0; i < WAITING; i++) {
            newsroom.release(newsroom.write("Waits " + i));
        }
        String last = newsroom.write("The last that waits");
        newsroom.release(last);
        var killed = newsroom.decide(newsroom.publisher, id, "kill", Map.of("note", "Wrong fares"));
        assertThat(killed.status()).as(killed.text()).isEqualTo(200);

        platform.part("kafka").start();

        await("killed")
                .atMost(PATIENCE)
                .until(() -> reader.get("/v1/articles/" + id).status() == 410);
        await("the rest is live")
                .atMost(PATIENCE)
                .until(() -> reader.get("/v1/articles/" + last).ok());
        assertThat(reader.get("/v1/articles/" + id).status()).isEqualTo(410);
    }
}
