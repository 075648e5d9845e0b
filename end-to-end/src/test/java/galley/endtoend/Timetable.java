package galley.endtoend;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Articles, each with the time before which no reader may get it. */
final class Timetable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration OFTEN = Duration.ofMillis(20);

    private final List<Instant> times;
    private final Map<String, Instant> articles = new LinkedHashMap<>();

    /**
     * @param times the earliest first; articles are spread over them
     */
    Timetable(List<Instant> times) {
        this.times = times;
    }

    /** The time of the article that is added next. */
    Instant next() {
        return times.get(articles.size() % times.size());
    }

    /** Takes an article up; answers its time. */
    Instant add(String article) {
        articles.put(article, next());
        return time(article);
    }

    /** Their ids. */
    Set<String> articles() {
        return articles.keySet();
    }

    Instant time(String article) {
        return articles.get(article);
    }

    /** Waits until it is almost the first time. */
    void awaitFirstBut(Duration before) {
        awaitClock(times.getFirst().minus(before));
    }

    /** Waits until every time has passed. */
    void awaitLast() {
        awaitClock(times.getLast());
    }

    /**
     * Waits until readers get every article at each of these replicas of publish; fails when one is
     * early.
     */
    void awaitLive(List<Replica> replicas) {
        for (var replica : replicas) {
            await("every article is live")
                    .atMost(PATIENCE)
                    .pollInterval(OFTEN)
                    .until(() -> live(replica) == articles.size());
        }
    }

    /** How many of the articles readers get at a replica; fails when one is early. */
    long live(Replica replica) {
        return articles.keySet().stream().filter(article -> isLive(replica, article)).count();
    }

    private boolean isLive(Replica replica, String article) {
        boolean live = replica.read("/v1/articles/" + article).filter(Answer::ok).isPresent();
        if (live) {
            assertThat(Instant.now())
                    .as("when readers get " + article)
                    .isAfterOrEqualTo(time(article));
        }
        return live;
    }

    private static void awaitClock(Instant time) {
        await("it is " + time)
                .atMost(PATIENCE)
                .pollInterval(OFTEN)
                .until(() -> Instant.now().isAfter(time));
    }
}
