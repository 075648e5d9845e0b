package galley.endtoend;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import static org.awaitility.Awaitility.await;

/** Readers who read all the time, each at a replica of publish. */
final class RegularReaders implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<RegularReader> readers;
    private final List<CompletableFuture<Void>> reading;
    private volatile boolean enough;

    /** Lets them begin, one at each replica. */
    RegularReaders(List<Replica> replicas, List<String> addresses) {
        readers = replicas.stream().map(replica -> new RegularReader(replica, addresses)).toList();
        reading =
                readers.stream()
                        .map(
                                reader ->
                                        CompletableFuture.runAsync(
                                                () -> reader.readUntil(() -> enough), threads))
                        .toList();
    }

    /** Waits until every one of them has seen this version of these articles. */
    void awaitVersion(List<Ferry> articles, int version) {
        await("every reader has seen version " + version)
                .atMost(PATIENCE)
                .until(() -> readers.stream().allMatch(it -> it.hasSeen(articles, version)));
    }

    /** Fails when one of them can't go on. */
    void check() throws ExecutionException, InterruptedException {
        for (var each : reading) {
            if (each.isDone()) {
                each.get();
            }
        }
    }

    /** Lets them end; fails when one of them could not go on. */
    void finish() throws ExecutionException, InterruptedException {
        enough = true;
        for (var each : reading) {
            each.get();
        }
    }

    @Override
    public void close() {
        enough = true;
        threads.shutdownNow();
    }
}
