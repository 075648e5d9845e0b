package galley.benchmarks.publish;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import galley.benchmarks.Benchmark;
import galley.benchmarks.Machine;
import galley.benchmarks.RunningStack;
import galley.benchmarks.Spread;
import galley.benchmarks.Table;
import galley.benchmarks.editorial.Newsroom;
import galley.localstack.DatabaseServer;
import galley.localstack.Directories;
import galley.localstack.Stack;
import galley.localstack.StackDirectory;
import galley.localstack.StackPorts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * The publish service as it is packaged: how many answers a second it gives of an article, a list,
 * a feed and the front page, first with a hundred articles and then with a hundred thousand; beside
 * a server that gives the same bytes, head and body, from memory, each measured in turn.
 */
public final class PublishBenchmark implements Benchmark {
    private static final int FEW = 100;
    private static final int MANY = 100_000;

    /** As many different articles are read as a day's readers do. */
    private static final int READ = 100;

    private static final int ROUNDS = 5;
    private static final Duration FIRST_WARM_UP = Duration.ofSeconds(12);
    private static final Duration WARM_UP = Duration.ofSeconds(6);
    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final Path PROGRAMS = Path.of(".galley", "program");

    private record Kind(String name, List<String> paths) {}

    private static final List<Kind> KINDS =
            List.of(
                    new Kind("one article, JSON", articles("/v1/articles/article-%d")),
                    new Kind("one article, page", articles("/articles/article-%d")),
                    new Kind("a list of 20, JSON", List.of("/v1/articles?limit=20")),
                    new Kind("a feed of 50", List.of("/feeds/rss.xml")),
                    new Kind("the front page", List.of("/")));

    private static List<String> articles(String path) {
        return IntStream.rangeClosed(1, READ).mapToObj(path::formatted).toList();
    }

    @Override
    public void run(PrintStream out) throws Exception {
        var machine = Machine.describe();
        Path parent = Files.createDirectories(Path.of("benchmarks", "target", "servers"));
        var directory = new StackDirectory(Files.createTempDirectory(parent, "run"));
        var ports = StackPorts.free();
        try (var stack = new Stack(directory, ports, PROGRAMS)) {
            stack.start(part -> {});
            out.println("Readers: " + machine);
            Newsroom.releaseOne(stack.tokens(), ports.editorial());
            awaitFirst(ports.publish());
            RunningStack.stop(stack, "ingest");
            RunningStack.stop(stack, "editorial");
            DatabaseServer server = RunningStack.database(stack);
            var table =
                    new Table(
                            "answers a second, 16 connections",
                            "bytes",
                            "articles",
                            "min / median / max",
                            "a bare server",
                            "share");
            ManyEntries.add(server.database("publish"), server.superuser(), 1, FEW);
            warmUp(ports.publish());
            measure(ports.publish(), FEW, table);
            ManyEntries.add(server.database("publish"), server.superuser(), FEW + 1, MANY);
            measure(ports.publish(), MANY, table);
            table.print(out);
        } finally {
            Directories.delete(directory.root());
        }
    }

    /**
     * A service runs for days: what is measured first shall not pay for what Java compiles late.
     */
    private static void warmUp(int port) throws Exception {
        for (Kind kind : KINDS) {
            Readers.read(port, requests(kind), FIRST_WARM_UP);
        }
    }

    private static List<byte[]> requests(Kind kind) {
        return kind.paths().stream().map(KeptAlive::request).toList();
    }

    private static void measure(int port, int articles, Table table) throws Exception {
        for (Kind kind : KINDS) {
            List<byte[]> requests = requests(kind);
            byte[] answer;
            try (var connection = new KeptAlive(port)) {
                answer = connection.read(requests.getFirst());
            }
            Path file = Files.write(Files.createTempFile("galley", ".answer"), answer);
            try (var bare = new BareServer(file)) {
                Readers.read(port, requests, WARM_UP);
                Readers.read(bare.port(), requests, WARM_UP);
                List<Double> rates = new ArrayList<>();
                List<Double> bareRates = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    rates.add(Readers.read(port, requests, ROUND));
                    bareRates.add(Readers.read(bare.port(), requests, ROUND));
                }
                var spread = spread(rates);
                var bareSpread = spread(bareRates);
                table.add(
                        kind.name(),
                        Integer.toString(answer.length),
                        "%,d".formatted(articles),
                        spread.show("%.0f"),
                        bareSpread.show("%.0f"),
                        String.format(Locale.ROOT, "%.2f", spread.median() / bareSpread.median()));
            } finally {
                Files.delete(file);
            }
        }
    }

    private static Spread spread(List<Double> rates) {
        return new Spread(rates.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static void awaitFirst(int port) throws Exception {
        byte[] list = "GET /v1/articles HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(ISO_8859_1);
        long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < patience) {
            try (var connection = new KeptAlive(port)) {
                if (new String(connection.read(list), ISO_8859_1).contains("\"headline\"")) {
                    return;
                }
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("The first article did not go live");
    }
}
