package galley.endtoend;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Each part in turn is killed, as by a crash, while articles flow. */
class FaultsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SOME = 5;

    private static Platform platform;

    @BeforeAll
    static void start() {
        platform = Platform.start();
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
            awaitSomeMore(flow);
            platform.part(part).kill();
            platform.part(part).start();
            awaitSomeMore(flow);
            platform.part(part).kill();
            platform.part(part).start();
            awaitSomeMore(flow);
            flow.finish();

            assertThat(flow.released()).hasSize(flow.begun()).doesNotHaveDuplicates();
            flow.released().forEach(FaultsIT::awaitLive);
            assertEachHeadlineOnceIn(listed("editorial"), flow);
            assertEachHeadlineOnceIn(listed("publish"), flow);
            assertThatTheTopicHasEachOnceInItsLastText(flow, part);
        }
    }

    private static void awaitSomeMore(ArticleFlow flow) {
        int enough = flow.released().size() + SOME;
        await("articles flow").atMost(PATIENCE).until(() -> flow.released().size() >= enough);
    }

    private static void awaitLive(String id) {
        var staff = platform.caller("editorial", "editor", "eva");
        await(id + " is live and editorial knows")
                .atMost(PATIENCE)
                .ignoreException(UncheckedIOException.class)
                .until(
                        () ->
                                platform.reader().get("/v1/articles/" + id).status() == 200
                                        && staff.get("/v1/articles/" + id)
                                                .json()
                                                .path("publication")
                                                .asText()
                                                .equals("live"));
    }

    private static List<String> listed(String service) {
        List<String> headlines = new ArrayList<>();
        var caller = platform.caller(service, "editor", "eva");
        String cursor = "";
        while (cursor != null) {
            var page = caller.get("/v1/articles?limit=100" + cursor).json();
            page.path("items").forEach(item -> headlines.add(item.path("headline").asText()));
            var next = page.path("next");
            cursor = next.isTextual() ? "&cursor=" + next.asText() : null;
        }
        return headlines;
    }

    private static void assertEachHeadlineOnceIn(List<String> headlines, ArticleFlow flow) {
        var times =
                headlines.stream()
                        .collect(
                                Collectors.groupingBy(h -> h, TreeMap::new, Collectors.counting()));
        for (int number = 0; number < flow.begun(); number++) {
            assertThat(times).containsEntry(flow.headline(number), 1L);
        }
    }

    private static void assertThatTheTopicHasEachOnceInItsLastText(ArticleFlow flow, String part) {
        var topic = PublishedTopic.read(platform.bootstrapServers());
        for (String id : flow.released()) {
            assertThat(topic).containsKey(id);
            var events = topic.get(id);
            // what is sent again after a crash is the same event, and says so by its id
            assertThat(events).extracting(PublishedEvent::id).containsOnly(events.getFirst().id());
            assertThat(events).extracting(PublishedEvent::version).containsOnly(1);
            assertThat(events.getLast().document().path("bodies").toString())
                    .contains("The second edition of text")
                    .contains("of " + part);
        }
    }
}
