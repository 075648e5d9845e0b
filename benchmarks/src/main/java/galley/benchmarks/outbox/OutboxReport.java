package galley.benchmarks.outbox;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import galley.benchmarks.Table;

/** The figures of all rounds, and how they are printed. */
final class OutboxReport {
    private static final double P99_TARGET = 25;
    private static final double THROUGHPUT_TARGET = 3000;

    private final Map<String, Figures> designs = new LinkedHashMap<>();
    private final Map<String, Figures> wakeups = new LinkedHashMap<>();
    private final Map<String, Figures> commits = new LinkedHashMap<>();

    Figures design(String name) {
        return designs.computeIfAbsent(name, _ -> new Figures());
    }

    Figures wakeup(String name) {
        return wakeups.computeIfAbsent(name, _ -> new Figures());
    }

    void commits(String name, double perSecond) {
        commits.computeIfAbsent(name, _ -> new Figures()).add("commits", perSecond);
    }

    void print(String machine, PrintStream out) {
        out.printf(
                Locale.ROOT,
                """

                outbox: from the commit to a consumer
                machine: %s
                PostgreSQL and Kafka on the same machine, fsync on, acks=all; events of %,d bytes,
                %,d keys, %d partitions, %d writers; min / median / max of %d rounds.
                Every event arrived once, with its id and its data, in the order of its key.

                Latency at %d events/s, one a transaction, %d s a round: from the commit's return in
                the writer to the receipt by a consumer. CPU: ms an event, program + PostgreSQL + Kafka.
                """,
                machine,
                Payload.SIZE,
                OutboxBenchmark.KEYS,
                FreshOutbox.PARTITIONS,
                OutboxBenchmark.WRITERS,
                OutboxBenchmark.ROUNDS,
                OutboxBenchmark.PER_SECOND,
                OutboxBenchmark.PACED.toSeconds());
        latencies(designs).print(out);
        out.printf(
                Locale.ROOT,
                """

                Events a second from the first to the last at the consumer: fed for %d s by writers
                that commit %d events at a time while fewer than %,d wait; a backlog of %,d; and one of
                %,d events of a single key.
                """,
                OutboxBenchmark.FED.toSeconds(),
                OutboxBenchmark.BATCH,
                OutboxBenchmark.MOST_WAITING,
                OutboxBenchmark.BACKLOG,
                OutboxBenchmark.ONE_KEY_BACKLOG);
        throughput().print(out);
        out.printf("%nThe relay's latency, as above, by how it learns of commits:%n");
        latencies(wakeups).print(out);
        out.printf(
                "%nCommits a second of %d writers, one event each, nobody sending:%n",
                OutboxBenchmark.COMMITTERS);
        commits().print(out);
        verdict(out);
    }

    private static Table latencies(Map<String, Figures> all) {
        Table table = new Table("design", "p50 ms", "p99 ms", "max ms", "CPU ms");
        all.forEach(
                (name, figures) ->
                        table.add(
                                name,
                                figures.show("p50", "%.1f"),
                                figures.show("p99", "%.1f"),
                                figures.show("max", "%.1f"),
                                figures.showCpu("paced")));
        return table;
    }

    private Table throughput() {
        Table table = new Table("design", "fed", "backlog", "one key", "CPU ms when fed");
        designs.forEach(
                (name, figures) ->
                        table.add(
                                name,
                                figures.show("fed", "%,.0f"),
                                figures.show("backlog", "%,.0f"),
                                figures.show("one key", "%,.0f"),
                                figures.showCpu("fed")));
        return table;
    }

    private Table commits() {
        Table table = new Table("transactions", "commits/s");
        commits.forEach((name, figures) -> table.add(name, figures.show("commits", "%,.0f")));
        return table;
    }

    private void verdict(PrintStream out) {
        Figures relay = designs.get("relay");
        double p99 = relay.of("p99").median();
        double fed = relay.of("fed").median();
        out.printf(
                Locale.ROOT,
                "%nTargets of the relay: p99 under %.0f ms at %d events/s: %.1f, %s;"
                        + " at least %,.0f events/s: %,.0f, %s%n",
                P99_TARGET,
                OutboxBenchmark.PER_SECOND,
                p99,
                p99 < P99_TARGET ? "met" : "MISSED",
                THROUGHPUT_TARGET,
                fed,
                fed >= THROUGHPUT_TARGET ? "met" : "MISSED");
    }
}
