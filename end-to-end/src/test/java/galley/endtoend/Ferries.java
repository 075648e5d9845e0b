package galley.endtoend;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import static org.awaitility.Awaitility.await;

/** A newsroom that writes about ferries, and corrects itself often. */
final class Ferries {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Processes platform;
    private final Newsroom newsroom;
    private int count;

    Ferries(Processes platform) {
        this.platform = platform;
        this.newsroom = new Newsroom(platform);
    }

    /** Releases so many new articles, and waits until that is announced. */
    List<Ferry> release(int articles) {
        var ferries = IntStream.range(0, articles).mapToObj(_ -> release()).toList();
        awaitVersion(ferries, 1);
        return ferries;
    }

    private Ferry release() {
        int number = ++count;
        String id = newsroom.write(ShownVersions.headline(number, 1));
        newsroom.release(id);
        return new Ferry(number, id, newsroom.read(id).json().path("slug").asText());
    }

    /** Releases a corrected version. */
    void correct(Ferry ferry, int version) {
        newsroom.correct(ferry.id(), ferry.headline(version));
    }

    void kill(Ferry ferry) {
        newsroom.kill(ferry.id(), "There is no ferry.");
    }

    /** Waits until the public topic has this version of each. */
    void awaitVersion(List<Ferry> ferries, int version) {
        awaitAnnounced(ferries, event -> event.version() == version);
    }

    /** Waits until the public topic says that each is withdrawn. */
    void awaitCanceled(List<Ferry> ferries) {
        awaitAnnounced(
                ferries, event -> event.document().path("pubStatus").asText().equals("canceled"));
    }

    private void awaitAnnounced(List<Ferry> ferries, Predicate<PublishedEvent> event) {
        await("it is announced")
                .atMost(PATIENCE)
                .until(
                        () -> {
                            var topic = PublishedTopic.read(platform.kafka());
                            return ferries.stream()
                                    .map(ferry -> topic.getOrDefault(ferry.id(), List.of()))
                                    .allMatch(events -> events.stream().anyMatch(event));
                        });
    }
}
