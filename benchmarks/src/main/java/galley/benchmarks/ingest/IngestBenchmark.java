package galley.benchmarks.ingest;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;

import galley.benchmarks.Benchmark;
import galley.benchmarks.Machine;
import galley.benchmarks.RunningStack;
import galley.benchmarks.Spread;
import galley.benchmarks.Table;
import galley.localstack.DatabaseServer;
import galley.localstack.Directories;
import galley.localstack.Stack;
import galley.localstack.StackDirectory;
import galley.localstack.StackPorts;

/**
 * One source pushes articles of 4 KB as NDJSON, a request after the other, into the service as it
 * is packaged; beside it what the parts cost alone: the same requests checked and not stored, and
 * the same rows stored without a service. Then again, while other sources' texts are known with
 * which each is compared.
 */
public final class IngestBenchmark implements Benchmark {
    private static final int ROUNDS = 5;
    private static final int REQUESTS = 8;

    /** As many as it takes until the service's code is compiled and rounds no longer get faster. */
    private static final int WARM_UP = 60;

    private static final Path PROGRAMS = Path.of(".galley", "program");

    @Override
    public void run(PrintStream out) throws Exception {
        var machine = Machine.describe();
        Path parent = Files.createDirectories(Path.of("benchmarks", "target", "servers"));
        var directory = new StackDirectory(Files.createTempDirectory(parent, "run"));
        var ports = StackPorts.free();
        try (var stack = new Stack(directory, ports, PROGRAMS)) {
            stack.start(part -> {});
            // Each deploys alone; here they would share the processors.
            RunningStack.stop(stack, "editorial");
            RunningStack.stop(stack, "publish");
            report(
                    machine,
                    new Pusher(ports.ingest(), stack.tokens()),
                    RunningStack.database(stack),
                    out);
        } finally {
            Directories.delete(directory.root());
        }
    }

    private static void report(
            String machine, Pusher pusher, DatabaseServer server, PrintStream out)
            throws IOException, InterruptedException, SQLException {
        var database = server.database("ingest");
        var rows = new Rows(database);
        pusher.push(WARM_UP);
        pusher.check(REQUESTS);
        rows.store(REQUESTS);
        var taken = new double[ROUNDS];
        var checked = new double[ROUNDS];
        var stored = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            taken[round] = pusher.push(REQUESTS);
            checked[round] = pusher.check(REQUESTS);
            stored[round] = rows.store(REQUESTS);
        }
        KnownTexts.fill(database, server.superuser());
        pusher.push(REQUESTS);
        var among = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            among[round] = pusher.push(REQUESTS);
        }
        out.println("Taking in: " + machine);
        out.printf(
                Locale.ROOT,
                "%d articles of 4 KB a request, %d requests a round, %d rounds after %d requests%n",
                Pusher.ARTICLES,
                REQUESTS,
                ROUNDS,
                WARM_UP);
        var table = new Table("articles a second", "min / median / max");
        table.add("taken in", new Spread(taken).show("%.0f"));
        table.add(
                "taken in, %,d texts of other sources known".formatted(KnownTexts.COUNT),
                new Spread(among).show("%.0f"));
        table.add("checked, not stored", new Spread(checked).show("%.0f"));
        table.add("stored, nothing else", new Spread(stored).show("%.0f"));
        table.print(out);
    }
}
