package galley.benchmarks.similarity;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import galley.benchmarks.Benchmark;
import galley.benchmarks.BenchmarkServers;
import galley.benchmarks.Machine;
import galley.benchmarks.Spread;
import galley.benchmarks.Table;

/**
 * Measures the index of signatures over a million texts: what it costs, and what it finds. The
 * tables are ingest's own, and so is what reads and writes them.
 */
public final class SimilarityBenchmark implements Benchmark {
    private static final int TEXTS = 1_000_000;
    private static final double SIGNING_TARGET = 1;
    private static final double INDEX_TARGET = 1;
    private static final double THROUGHPUT_TARGET = 500;

    @Override
    public void run(PrintStream out) throws Exception {
        String machine = Machine.describe();
        var newsroom = new Newsroom();
        try (BenchmarkServers servers = BenchmarkServers.start()) {
            var rows = new Rows(servers.postgres().superuser(), newsroom);
            out.println("Filling the tables; this takes some minutes");
            rows.fill(TEXTS);
            out.printf(
                    Locale.ROOT,
                    """

                    similarity: the same text from another source
                    machine: %s
                    PostgreSQL on the same machine, fsync on; %,d texts of %d sources in the tables.

                    """,
                    machine,
                    rows.count(),
                    Newsroom.SOURCES);
            var recognised = recognise(rows, newsroom);
            printSize(rows, out);
            var signing = SigningTime.measure(newsroom);
            var arrivals = new Arrivals(rows, newsroom);
            var latencies = arrivals.alone();
            double perSecond = arrivals.perSecond();
            printLatencies(signing, latencies, out);
            printRecognition(recognised, out);
            verdict(
                    "signature of 4 KB of HTML, p50 ms",
                    signing.ofHtml().median(),
                    SIGNING_TARGET,
                    out);
            verdict("look-up and insert, p50 ms", latencies.both().median(), INDEX_TARGET, out);
            out.printf(
                    Locale.ROOT,
                    "%d clients, a text a transaction: %,.0f texts/s, target %.0f: %s%n",
                    Arrivals.CLIENTS,
                    perSecond,
                    THROUGHPUT_TARGET,
                    perSecond >= THROUGHPUT_TARGET ? "met" : "MISSED");
        }
    }

    private static Map<Edit, Recognition> recognise(Rows rows, Newsroom newsroom)
            throws SQLException {
        Map<Edit, Recognition> recognised = new EnumMap<>(Edit.class);
        for (Edit edit : Edit.values()) {
            recognised.put(edit, Recognition.of(edit, rows, newsroom));
        }
        return recognised;
    }

    private static void printSize(Rows rows, PrintStream out) throws SQLException {
        var table = new Table("size", "table", "index");
        for (String name : new String[] {"similarity_signature", "similarity_band"}) {
            table.add(
                    name,
                    rows.ask("select pg_size_pretty(pg_table_size('%s'))".formatted(name)),
                    rows.ask("select pg_size_pretty(pg_indexes_size('%s'))".formatted(name)));
        }
        table.print(out);
        out.println();
    }

    private static void printLatencies(
            SigningTime signing, Arrivals.Latencies latencies, PrintStream out) {
        var table = new Table("ms", "p50", "p99", "max");
        add(table, "signature of 4 KB of HTML", signing.ofHtml());
        add(table, "of these, of the plain text", signing.ofText());
        add(table, "look-up (with its locks)", latencies.lookUp());
        add(table, "insert", latencies.write());
        add(table, "look-up and insert", latencies.both());
        add(table, "commit", latencies.commit());
        table.print(out);
        out.println();
    }

    private static void add(Table table, String what, Spread spread) {
        table.add(
                what,
                "%.3f".formatted(spread.median()),
                "%.3f".formatted(spread.percentile(99)),
                "%.1f".formatted(spread.max()));
    }

    private static void printRecognition(Map<Edit, Recognition> all, PrintStream out) {
        var table =
                new Table("text", "same", "called so", "others", "candidates", "SimHash, 3 bits");
        all.forEach(
                (edit, recognition) ->
                        table.add(
                                edit.description,
                                edit.same ? "yes" : "no",
                                "%.3f".formatted(recognition.found()),
                                "%.3f".formatted(recognition.others()),
                                "%.1f".formatted(recognition.candidates()),
                                "%.3f".formatted(recognition.simHash())));
        table.print(out);
        double right = sum(all, true);
        double wrong = sum(all, false);
        double others = all.values().stream().mapToDouble(Recognition::others).sum();
        long same = all.keySet().stream().filter(edit -> edit.same).count();
        out.printf(
                Locale.ROOT,
                "recall %.3f, precision %.3f over %d texts of each kind%n%n",
                right / same,
                right / (right + wrong + others),
                Recognition.PAIRS);
    }

    private static double sum(Map<Edit, Recognition> all, boolean same) {
        return all.entrySet().stream()
                .filter(entry -> entry.getKey().same == same)
                .mapToDouble(entry -> entry.getValue().found())
                .sum();
    }

    private static void verdict(String what, double figure, double target, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%s: %.2f, target %.0f: %s%n",
                what,
                figure,
                target,
                figure <= target ? "met" : "MISSED");
    }
}
