package galley.endtoend;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Many people who work on a few articles at once, each through any of the replicas. */
final class Crowd implements AutoCloseable {
    private static final List<String> ROLES =
            List.of("writer", "editor", "publisher", "writer", "publisher");

    private final Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();
    private final ConcurrentMap<String, Integer> refusals = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, String> holders = new ConcurrentHashMap<>();
    private final AtomicInteger locks = new AtomicInteger();
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> articles;
    private final CompletableFuture<?>[] work;
    private volatile boolean late;
    private volatile boolean enough;

    /**
     * Writes the articles, then sets everybody to work.
     *
     * @param replicas are up
     */
    Crowd(Platform platform, List<Replica> replicas, int people, int articles) {
        var staff =
                IntStream.range(0, people).mapToObj(i -> person(platform, replicas, i)).toList();
        this.articles =
                IntStream.range(0, articles).mapToObj(i -> staff.get(i % people).write()).toList();
        this.work =
                staff.stream()
                        .map(person -> CompletableFuture.runAsync(person::work, hands))
                        .toArray(CompletableFuture[]::new);
    }

    private Person person(Platform platform, List<Replica> replicas, int number) {
        var role = ROLES.get(number % ROLES.size());
        return new Person("%s-%02d".formatted(role, number), role, platform, replicas, this);
    }

    /** Lets everybody work for a time; fails as soon as somebody can't. */
    void workFor(Duration time) throws ExecutionException, InterruptedException {
        try {
            CompletableFuture.anyOf(work).get(time.toMillis(), TimeUnit.MILLISECONDS);
            throw new IllegalStateException("Somebody went home");
        } catch (TimeoutException e) {
            // everybody works
        }
    }

    /** From now on, articles are killed too. */
    void growLate() {
        late = true;
    }

    /** Ends the work; fails when somebody could not. */
    void finish() throws ExecutionException, InterruptedException {
        enough = true;
        CompletableFuture.allOf(work).get();
    }

    /** Their ids. */
    List<String> articles() {
        return articles;
    }

    /** The changes of an article that were accepted, or may have been. */
    List<Attempt> attempts(String article) {
        return attempts.stream().filter(each -> each.article().equals(article)).toList();
    }

    /** How many changes were accepted, by step. */
    Map<String, Integer> accepted() {
        return attempts.stream()
                .filter(Attempt::wasAnswered)
                .collect(Collectors.toMap(Attempt::step, _ -> 1, Integer::sum, TreeMap::new));
    }

    /** How many requests were refused, by status and type. */
    Map<String, Integer> refusals() {
        return new TreeMap<>(refusals);
    }

    /** How often a lock was taken. */
    int locks() {
        return locks.get();
    }

    /** How many changes were never answered. */
    long unanswered() {
        return attempts.stream().filter(each -> !each.wasAnswered()).count();
    }

    boolean goesOn() {
        return !enough;
    }

    /** Whether an article is one that may be killed by now. */
    boolean mayKill(String article) {
        return late && articles.indexOf(article) % 4 == 0;
    }

    void noteAttempt(Attempt attempt) {
        attempts.add(attempt);
    }

    void noteRefusal(String what) {
        refusals.merge(what, 1, Integer::sum);
    }

    /** Somebody has been given the lock of an article; fails while another has it. */
    void noteTaken(String article, String who) {
        assertThat(holders.putIfAbsent(article, who)).as("has the lock of " + article).isNull();
        locks.incrementAndGet();
    }

    /** Whoever has the lock of an article is about to give it back. */
    void noteGivenBack(String article) {
        holders.remove(article);
    }

    @Override
    public void close() {
        enough = true;
        hands.shutdownNow();
    }
}
