package galley.benchmarks.ingest;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

import galley.benchmarks.Benchmark;
import galley.benchmarks.Machine;
import galley.benchmarks.Spread;
import galley.benchmarks.Table;
import galley.benchmarks.ingest.LiveItems.Journey;
import galley.localstack.Directories;
import galley.localstack.KafkaBroker;
import galley.localstack.Stack;
import galley.localstack.StackDirectory;
import galley.localstack.StackPorts;

/**
 * A file of 100,000 articles of 4 KB comes in while another source pushes one article after the
 * other; beside it what such an article takes when nothing else happens, before, and after when the
 * services' code is compiled. All three services run.
 */
public final class ImportBenchmark implements Benchmark {
    private static final int ARTICLES = 100_000;
    private static final int WARM_UP = 100;
    private static final int IDLE = 200;
    private static final Duration GLANCE = Duration.ofSeconds(2);
    private static final Path PROGRAMS = Path.of(".galley", "program");

    @Override
    public void run(PrintStream out) throws Exception {
        var machine = Machine.describe();
        Path parent = Files.createDirectories(Path.of("benchmarks", "target", "servers"));
        var directory = new StackDirectory(Files.createTempDirectory(parent, "run"));
        var ports = StackPorts.free();
        try (var stack = new Stack(directory, ports, PROGRAMS)) {
            stack.start(part -> {});
            try (var live = new LiveItems(ports.ingest(), stack.tokens(), broker(stack))) {
                report(machine, live, new Importer(ports.ingest(), stack.tokens()), out);
            }
        } finally {
            Directories.delete(directory.root());
        }
    }

    private static void report(String machine, LiveItems live, Importer importer, PrintStream out)
            throws IOException, InterruptedException {
        push(live, WARM_UP);
        var idle = push(live, IDLE);
        importer.send(ARTICLES);
        var over = new AtomicBoolean();
        var during = new ArrayList<Journey>();
        var pushing = Thread.ofVirtual().start(() -> pushUntil(live, over, during));
        long began = System.nanoTime();
        importer.start();
        while (!importer.isOver()) {
            Thread.sleep(GLANCE);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        over.set(true);
        pushing.join();
        importer.check(ARTICLES);
        var after = push(live, IDLE);
        out.println("Importing: " + machine);
        out.printf(
                Locale.ROOT,
                "%d articles of 4 KB in %.0f s: %.0f a second%n",
                ARTICLES,
                seconds,
                ARTICLES / seconds);
        var table = new Table("one pushed article, ms", "number", "answered", "in editorial");
        table.add(row("before, while nothing else happens, median / 95 %", idle));
        table.add(row("during the import, median / 95 %", during));
        table.add(row("after, while nothing else happens, median / 95 %", after));
        table.print(out);
    }

    private static String[] row(String name, List<Journey> journeys) {
        return new String[] {
            name,
            "" + journeys.size(),
            show(journeys.stream().mapToDouble(Journey::answered).toArray()),
            show(journeys.stream().mapToDouble(Journey::inEditorial).toArray())
        };
    }

    private static String show(double[] millis) {
        var spread = new Spread(millis);
        return String.format(Locale.ROOT, "%.0f / %.0f", spread.median(), spread.percentile(95));
    }

    private static List<Journey> push(LiveItems live, int count) throws InterruptedException {
        var journeys = new ArrayList<Journey>();
        for (int i = 0; i < count; i++) {
            journeys.add(live.push());
        }
        return journeys;
    }

    private static void pushUntil(LiveItems live, AtomicBoolean over, List<Journey> journeys) {
        try {
            while (!over.get()) {
                journeys.add(live.push());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String broker(Stack stack) {
        return stack.parts().stream()
                .filter(KafkaBroker.class::isInstance)
                .map(KafkaBroker.class::cast)
                .map(KafkaBroker::bootstrapServers)
                .findFirst()
                .orElseThrow();
    }
}
