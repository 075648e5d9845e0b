package galley.benchmarks.outbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import galley.benchmarks.CpuTime;
import galley.benchmarks.Spread;

/** What was measured of one design, a figure of each kind in each round. */
final class Figures {
    private final Map<String, List<Double>> rounds = new HashMap<>();

    void add(String kind, double figure) {
        rounds.computeIfAbsent(kind, _ -> new ArrayList<>()).add(figure);
    }

    void addLatencies(List<Journey> journeys) {
        Spread latencies = new Spread(journeys.stream().mapToDouble(Journey::latency).toArray());
        add("p50", latencies.median());
        add("p99", latencies.percentile(99));
        add("max", latencies.max());
    }

    /** Adds the processor's milliseconds for an event, of all three processes. */
    void addCpu(String kind, CpuTime used, int events) {
        add(kind + " program", used.program().toNanos() / 1e6 / events);
        add(kind + " postgres", used.postgres().toNanos() / 1e6 / events);
        add(kind + " kafka", used.kafka().toNanos() / 1e6 / events);
    }

    Spread of(String kind) {
        return new Spread(rounds.get(kind).stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Smallest, median and largest of the rounds. */
    String show(String kind, String format) {
        return of(kind).show(format);
    }

    /**
     * The processor's milliseconds for an event: the program's, the database's and the broker's.
     */
    String showCpu(String kind) {
        return "%.2f + %.2f + %.2f"
                .formatted(
                        of(kind + " program").median(),
                        of(kind + " postgres").median(),
                        of(kind + " kafka").median());
    }
}
