package galley.endtoend;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import galley.endtoend.Subscriber.Copy;
import galley.endtoend.Subscriber.Manner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Many sites are told what is published, a tenth of them dead and a tenth slow, while parts of the
 * platform are killed as by a crash. With 200 sites and 1,000 articles it takes ten minutes more.
 */
class SubscribersIT {
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int SUBSCRIBERS = 60;
    private static final int ARTICLES = 250;
    private static final int CORRECTED = 50;
    private static final int KILLED = 10;
    private static final int PEOPLE = 8;

    /** Of each ten subscribers one is dead, in one way or another, and one slow. */
    private static final int TEN = 10;

    private static final List<Manner> DEAD = List.of(Manner.AWAY, Manner.ILL, Manner.SILENT);

    private static Processes platform;

    private final Newsroom newsroom = new Newsroom(platform);
    private final Queue<String> released = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void start() {
        platform = Processes.start();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void eachThatLivesEndsWithExactlyTheRightCopiesAndEditorialKnowsWhoHasThem() throws Exception {
        var subscribers =
                IntStream.range(0, SUBSCRIBERS).mapToObj(i -> new Subscriber(manner(i))).toList();
        try (var _ = new SubscriberSites(platform, subscribers);
                var people = Executors.newFixedThreadPool(PEOPLE)) {
            var releases = each(people, IntStream.range(0, ARTICLES).boxed(), this::release);
            awaitReleases(ARTICLES / 5);
            platform.part("publish").kill();
            awaitReleases(ARTICLES * 2 / 5);
            platform.part("publish").start();
            var known = List.copyOf(released);
            var corrections = each(people, known.stream().limit(CORRECTED), this::correct);
            awaitReleases(ARTICLES * 3 / 5);
            platform.part("kafka").kill();
            var kills = each(people, known.stream().skip(CORRECTED).limit(KILLED), this::kill);
            awaitReleases(ARTICLES * 4 / 5);
            platform.part("kafka").start();
            for (var work : List.of(releases, corrections, kills)) {
                finish(work);
            }
            var right = copies(known);

            awaitCopies(subscribers, Manner.QUICK, right);
            awaitCopies(subscribers, Manner.SLOW, right);
            assertThat(subscribers).allSatisfy(it -> assertThat(it.complaints()).isEmpty());
            known.stream()
                    .skip(CORRECTED)
                    .limit(KILLED)
                    .forEach(killed -> assertReports(killed, subscribers));
        }
    }

    private static Manner manner(int number) {
        return switch (number % TEN) {
            case 0 -> DEAD.get(number / TEN % DEAD.size());
            case 1 -> Manner.SLOW;
            default -> Manner.QUICK;
        };
    }

    private void release(int number) {
        var id = newsroom.write("Ferry %d sails".formatted(number));
        newsroom.release(id);
        released.add(id);
    }

    private void correct(String id) {
        newsroom.correct(id, "Another ferry sails");
    }

    private void kill(String id) {
        newsroom.kill(id, "No such ferry");
    }

    private static <T> List<Future<?>> each(
            ExecutorService people, Stream<T> all, Consumer<T> work) {
        return all.<Future<?>>map(one -> people.submit(() -> work.accept(one))).toList();
    }

    private static void finish(List<Future<?>> work)
            throws ExecutionException, InterruptedException {
        for (var one : work) {
            one.get();
        }
    }

    private void awaitReleases(int count) {
        await("releases").atMost(PATIENCE).until(() -> released.size() >= count);
    }

    /**
     * What each site should have in the end: everything in its last version but what was killed.
     */
    private Map<String, Copy> copies(List<String> known) {
        var corrected = known.stream().limit(CORRECTED).collect(Collectors.toSet());
        var killed = known.stream().skip(CORRECTED).limit(KILLED).collect(Collectors.toSet());
        return released.stream()
                .filter(id -> !killed.contains(id))
                .collect(
                        Collectors.toMap(
                                id -> id,
                                id ->
                                        new Copy(
                                                corrected.contains(id) ? 2 : 1,
                                                newsroom.read(id)
                                                        .json()
                                                        .path("headline")
                                                        .asText())));
    }

    private static void awaitCopies(
            List<Subscriber> subscribers, Manner manner, Map<String, Copy> right) {
        assertThat(right).hasSize(ARTICLES - KILLED);
        await(manner + " subscribers have the right copies")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(
                        () ->
                                assertThat(subscribers)
                                        .filteredOn(it -> it.manner() == manner)
                                        .allSatisfy(
                                                it -> assertThat(it.copies()).isEqualTo(right)));
    }

    /**
     * Everybody who lives has confirmed the withdrawal; of the others it is known that they have
     * not.
     */
    private void assertReports(String killed, List<Subscriber> subscribers) {
        await("reports of " + killed)
                .atMost(PATIENCE)
                .ignoreException(UncheckedIOException.class)
                .untilAsserted(
                        () -> {
                            var states = reports(killed);
                            for (int i = 0; i < SUBSCRIBERS; i++) {
                                boolean alive = subscribers.get(i).manner().isAlive();
                                assertThat(states.get(SubscriberSites.name(i)))
                                        .as(SubscriberSites.name(i))
                                        .isIn(
                                                alive
                                                        ? List.of("confirmed")
                                                        : List.of("pending", "failed"));
                            }
                        });
    }

    /** How the withdrawal stands with each subscriber, by its name. */
    private Map<String, String> reports(String killed) {
        return newsroom.editor.all("/v1/articles/" + killed + "/deliveries?version=2").stream()
                .filter(it -> it.path("door").asText().equals("webhook"))
                .collect(
                        Collectors.toMap(
                                it -> it.path("name").asText(), it -> it.path("state").asText()));
    }
}
