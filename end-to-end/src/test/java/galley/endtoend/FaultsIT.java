package galley.endtoend;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each part in turn is killed, as by a crash, while articles flow. */
class FaultsIT {
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
}
