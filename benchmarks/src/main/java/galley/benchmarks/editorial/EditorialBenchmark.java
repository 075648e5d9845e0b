package galley.benchmarks.editorial;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

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
import galley.localstack.StackServer;
import galley.localstack.TokenIssuer;

/**
 * The editorial service as it is packaged: clients take articles from the first draft through
 * submission and approval to release, and articles go out at the times that they were scheduled
 * for; then, with a million articles, one is read, lists are, and words are looked for.
 */
public final class EditorialBenchmark implements Benchmark {
    private static final int CLIENTS = 8;
    private static final int WARM_UP = 35;
    private static final int ROUNDS = 5;
    private static final int ARTICLES = 400;
    private static final int READS = 400;
    private static final int REPLICAS = 3;
    private static final Path PROGRAMS = Path.of(".galley", "program");

    private final ObjectMapper json = new ObjectMapper();
    private final Random random = new Random(7);

    /** What is asked for, each time for something else. */
    private interface Question {
        String path();
    }

    @Override
    public void run(PrintStream out) throws Exception {
        var machine = Machine.describe();
        Path parent = Files.createDirectories(Path.of("benchmarks", "target", "servers"));
        var directory = new StackDirectory(Files.createTempDirectory(parent, "run"));
        var ports = StackPorts.free();
        try (var stack = new Stack(directory, ports, PROGRAMS)) {
            stack.start(part -> {});
            // Each deploys alone; here they would share the processors.
            RunningStack.stop(stack, "ingest");
            RunningStack.stop(stack, "publish");
            out.println("The desk: " + machine);
            reportReleases(stack.tokens(), ports.editorial(), out);
            reportScheduled(stack, ports.editorial(), out);
            DatabaseServer server = RunningStack.database(stack);
            ManyArticles.fill(server.database("editorial"), server.superuser());
            reportReading(stack.tokens(), ports.editorial(), out);
        } finally {
            Directories.delete(directory.root());
        }
    }

    private void reportReleases(TokenIssuer tokens, int port, PrintStream out) throws Exception {
        List<Newsroom> clients =
                IntStream.range(0, CLIENTS).mapToObj(i -> new Newsroom(tokens, port, i)).toList();
        for (int round = 0; round < WARM_UP; round++) {
            releases(clients); // until the service's code is compiled
        }
        var rates = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            rates[round] = releases(clients);
        }
        out.printf(
                Locale.ROOT,
                "%d clients, %d articles of %d words a round, %d rounds after %d%n",
                CLIENTS,
                ARTICLES,
                ManyArticles.WORDS,
                ROUNDS,
                WARM_UP);
        var table = new Table("articles a second", "min / median / max");
        table.add("create, submit, approve, release", new Spread(rates).show("%.0f"));
        table.print(out);
    }

    private static void reportScheduled(Stack stack, int port, PrintStream out) throws Exception {
        List<StackServer> more =
                IntStream.range(1, REPLICAS)
                        .mapToObj(i -> stack.replica("editorial", "editorial-replica-" + i))
                        .toList();
        try {
            more.forEach(StackServer::start);
            var late = new ScheduledReleases(stack.tokens(), port).lateness();
            var table =
                    new Table(
                            "%d replicas, two of which have just started".formatted(REPLICAS),
                            "median / 95 % / max, ms");
            table.add(
                    "from the time of %d scheduled articles, %d times, to their release"
                            .formatted(ScheduledReleases.ARTICLES, ScheduledReleases.TIMES),
                    String.format(
                            Locale.ROOT,
                            "%.1f / %.1f / %.1f",
                            late.median(),
                            late.percentile(95),
                            late.max()));
            table.print(out);
        } finally {
            more.forEach(StackServer::close);
        }
    }

    private double releases(List<Newsroom> clients) throws Exception {
        long begin = System.nanoTime();
        each(clients, client -> client.release(ARTICLES / CLIENTS));
        return ARTICLES / ((System.nanoTime() - begin) / 1e9);
    }

    private void reportReading(TokenIssuer tokens, int port, PrintStream out) throws Exception {
        var reader = new Colleague(port, tokens, "editor", "reader");
        List<String> ids = new ArrayList<>();
        JsonNode page = json.readTree(reader.get("/v1/articles?limit=100"));
        page.path("items").forEach(item -> ids.add(item.path("id").asText()));
        String next = page.path("next").asText();
        var questions =
                new Table(
                        "of %,d articles".formatted(ManyArticles.COUNT),
                        "median / 95 % of one client, ms",
                        "a second, %d clients".formatted(CLIENTS));
        ask(reader, questions, "one article", () -> "/v1/articles/" + any(ids));
        ask(reader, questions, "a list of 50", () -> "/v1/articles");
        ask(reader, questions, "its next page", () -> "/v1/articles?cursor=" + next);
        ask(
                reader,
                questions,
                "a desk's queue",
                () -> "/v1/articles?state=received&desk=desk+" + random.nextInt(12));
        ask(reader, questions, "a search for a word", () -> search(Words.any(random)));
        ask(reader, questions, "a search for two words", () -> search(Words.some(2, random)));
        ask(
                reader,
                questions,
                "a search for two of three words, excluding the third",
                () -> search(Words.some(2, random) + " -" + Words.any(random)));
        ask(
                reader,
                questions,
                "a search for a phrase",
                () -> search("\"" + Words.some(2, random) + "\""));
        ask(
                reader,
                questions,
                "a search for a beginning",
                () -> search(Words.word(100 + random.nextInt(900)) + "*"));
        ask(
                reader,
                questions,
                "a word in a desk's queue",
                () -> search(Words.any(random)) + "&state=in-review&desk=desk+4");
        ask(reader, questions, "facets of all", () -> "/v1/articles/facets");
        ask(
                reader,
                questions,
                "facets of a word",
                () -> search(Words.any(random)).replace("articles?", "articles/facets?"));
        questions.print(out);
    }

    private void ask(Colleague reader, Table table, String name, Question question)
            throws Exception {
        for (int i = 0; i < READS / 4; i++) {
            reader.get(question.path());
        }
        var millis = new double[READS];
        for (int i = 0; i < READS; i++) {
            String path = question.path();
            long begin = System.nanoTime();
            reader.get(path);
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        List<List<String>> shares =
                IntStream.range(0, READS)
                        .mapToObj(i -> question.path())
                        .gather(Gatherers.windowFixed(READS / CLIENTS))
                        .toList();
        long begin = System.nanoTime();
        each(
                shares,
                share -> {
                    for (String path : share) {
                        reader.get(path);
                    }
                });
        double rate = READS / ((System.nanoTime() - begin) / 1e9);
        var spread = new Spread(millis);
        table.add(
                name,
                "%.1f / %.1f".formatted(spread.median(), spread.percentile(95)),
                "%.0f".formatted(rate));
    }

    private String any(List<String> ids) {
        return ids.get(random.nextInt(ids.size()));
    }

    private static String search(String words) {
        return "/v1/articles?q=" + Colleague.parameter(words);
    }

    /** Does something with each side by side. */
    private static <T> void each(List<T> all, Work<T> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(all.size())) {
            List<Callable<Void>> tasks =
                    all.stream()
                            .<Callable<Void>>map(
                                    one ->
                                            () -> {
                                                work.with(one);
                                                return null;
                                            })
                            .toList();
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        }
    }

    private interface Work<T> {
        void with(T one) throws Exception;
    }
}
