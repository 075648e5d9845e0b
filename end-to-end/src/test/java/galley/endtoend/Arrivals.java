package galley.endtoend;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a flow of articles must have left at every door of the platform. */
final class Arrivals {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Platform platform;
    private final ArticleFlow flow;

    /**
     * @param flow is finished
     */
    Arrivals(Platform platform, ArticleFlow flow) {
        this.platform = platform;
        this.flow = flow;
    }

    /** Every accepted article has come out once, and in its last version. */
    void assertOnceAndInTheLastVersion() {
        assertThat(flow.released()).hasSize(flow.begun()).doesNotHaveDuplicates();
        flow.released().forEach(this::awaitLive);
        assertEachHeadlineOnceIn(listed("editorial"));
        assertEachHeadlineOnceIn(listed("publish"));
        assertThatTheTopicHasEachOnceInItsLastText();
    }

    private void awaitLive(String id) {
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

    private List<String> listed(String service) {
        return platform.caller(service, "editor", "eva").all("/v1/articles").stream()
                .map(item -> item.path("headline").asText())
                .toList();
    }

    private void assertEachHeadlineOnceIn(List<String> headlines) {
        var times =
                headlines.stream()
                        .collect(
                                Collectors.groupingBy(h -> h, TreeMap::new, Collectors.counting()));
        for (int number = 0; number < flow.begun(); number++) {
            assertThat(times).containsEntry(flow.headline(number), 1L);
        }
    }

    private void assertThatTheTopicHasEachOnceInItsLastText() {
        var topic = PublishedTopic.read(platform.kafka());
        for (String id : flow.released()) {
            assertThat(topic).containsKey(id);
            var events = topic.get(id);
            // what is sent again after a crash is the same event, and says so by its id
            assertThat(events).extracting(PublishedEvent::id).containsOnly(events.getFirst().id());
            assertThat(events).extracting(PublishedEvent::version).containsOnly(1);
            assertThat(events.getLast().document().path("bodies").toString())
                    .contains("The second edition of text")
                    .contains("of " + flow.name());
        }
    }
}
