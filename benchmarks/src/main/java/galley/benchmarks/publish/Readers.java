package galley.benchmarks.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Readers, each with a connection of its own, who ask again as soon as they are answered. */
final class Readers {
    private static final int COUNT = 16;

    private Readers() {}

    /**
     * Lets them read for a while.
     *
     * @param requests are sent in turn, beginning elsewhere for each reader
     * @return answers a second
     */
    static double read(int port, List<byte[]> requests, Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        long begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(COUNT)) {
            List<Callable<Long>> readers = new ArrayList<>();
            for (int i = 0; i < COUNT; i++) {
                int first = i * requests.size() / COUNT;
                readers.add(() -> read(port, requests, first, end));
            }
            long answers = 0;
            for (Future<Long> reader : threads.invokeAll(readers)) {
                answers += reader.get();
            }
            return answers / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private static long read(int port, List<byte[]> requests, int first, long end)
            throws Exception {
        long answers = 0;
        int next = first;
        try (var connection = new KeptAlive(port)) {
            while (System.nanoTime() < end) {
                connection.ask(requests.get(next));
                next = (next + 1) % requests.size();
                answers++;
            }
        }
        return answers;
    }
}
