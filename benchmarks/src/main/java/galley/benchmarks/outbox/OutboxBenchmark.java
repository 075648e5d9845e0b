package galley.benchmarks.outbox;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import galley.benchmarks.Benchmark;
import galley.benchmarks.BenchmarkServers;
import galley.benchmarks.CpuTime;
import galley.benchmarks.Machine;
import galley.benchmarks.outbox.RelayDesign.Wakeup;

/** Compares designs by how soon and how many committed events reach a consumer. */
public final class OutboxBenchmark implements Benchmark {
    static final int ROUNDS = 3;
    static final int PER_SECOND = 200;
    static final int WRITERS = 4;
    static final int KEYS = 2000;
    static final int BATCH = 10;
    static final int MOST_WAITING = 4000;
    static final int BACKLOG = 20_000;
    static final int ONE_KEY_BACKLOG = 500;
    static final int COMMITTERS = 16;

    static final Duration PACED = Duration.ofSeconds(5);
    static final Duration FED = Duration.ofSeconds(5);
    private static final Duration WARM_UP = Duration.ofMillis(1500);
    private static final Duration COMMITTING = Duration.ofSeconds(2);

    private static final Map<String, Session.Maker> DESIGNS = new LinkedHashMap<>();
    private static final Map<String, Session.Maker> WAKEUPS = new LinkedHashMap<>();

    static {
        DESIGNS.put("relay", outbox -> new RelayDesign(outbox, 1, Wakeup.CALL));
        DESIGNS.put("Debezium", DebeziumDesign::new);
        WAKEUPS.put("two replicas, each wakes its own", o -> new RelayDesign(o, 2, Wakeup.CALL));
        WAKEUPS.put("elsewhere, by NOTIFY", o -> new RelayDesign(o, 1, Wakeup.NOTIFY));
        WAKEUPS.put("elsewhere, by its poll", o -> new RelayDesign(o, 1, Wakeup.POLL));
    }

    @Override
    public void run(PrintStream out) throws Exception {
        String machine = Machine.describe();
        OutboxReport report = new OutboxReport();
        try (BenchmarkServers servers = BenchmarkServers.start()) {
            out.println("Warming up");
            for (Session.Maker maker : DESIGNS.values()) {
                try (Session session = session(servers, maker)) {
                    measurePaced(servers, session, new Figures()); // of a cold JVM: left out
                }
            }
            for (int round = 1; round <= ROUNDS; round++) {
                out.printf("Round %d of %d%n", round, ROUNDS);
                for (var design : DESIGNS.entrySet()) {
                    measure(servers, design.getValue(), report.design(design.getKey()));
                    measureOneKey(servers, design.getValue(), report.design(design.getKey()));
                }
                for (var wakeup : WAKEUPS.entrySet()) {
                    try (Session session = session(servers, wakeup.getValue())) {
                        measurePaced(servers, session, report.wakeup(wakeup.getKey()));
                    }
                }
                report.commits("without NOTIFY", commitsPerSecond(servers, Wakeup.POLL));
                report.commits("with NOTIFY", commitsPerSecond(servers, Wakeup.NOTIFY));
            }
        }
        report.print(machine, out);
    }

    private static Session session(BenchmarkServers servers, Session.Maker maker) throws Exception {
        return new Session(servers, maker, WRITERS, KEYS);
    }

    private static void measure(BenchmarkServers servers, Session.Maker maker, Figures figures)
            throws Exception {
        try (Session session = session(servers, maker)) {
            measurePaced(servers, session, figures);

            CpuTime before = CpuTime.now(servers);
            List<Journey> fed = session.arrived(session.load.fed(BATCH, MOST_WAITING, FED));
            figures.add("fed", perSecond(fed));
            figures.addCpu("fed", CpuTime.now(servers).since(before), fed.size());

            session.design.stop();
            List<Journey> backlog = session.load.written(BACKLOG, BATCH);
            session.design.start();
            figures.add("backlog", perSecond(session.arrived(backlog)));
        }
    }

    private static void measurePaced(BenchmarkServers servers, Session session, Figures figures)
            throws Exception {
        session.design.start();
        session.arrived(session.load.fed(BATCH, MOST_WAITING, WARM_UP));
        session.arrived(session.load.paced(PER_SECOND, WARM_UP));

        CpuTime before = CpuTime.now(servers);
        List<Journey> paced = session.arrived(session.load.paced(PER_SECOND, PACED));
        figures.addCpu("paced", CpuTime.now(servers).since(before), paced.size());
        figures.addLatencies(paced);
    }

    private static void measureOneKey(
            BenchmarkServers servers, Session.Maker maker, Figures figures) throws Exception {
        try (Session session = new Session(servers, maker, 1, 1)) {
            session.design.start();
            session.design.stop();
            List<Journey> backlog = session.load.written(ONE_KEY_BACKLOG, BATCH);
            session.design.start();
            figures.add("one key", perSecond(session.arrived(backlog)));
        }
    }

    /** What writers reach that commit one event at a time, while nobody sends any. */
    private static double commitsPerSecond(BenchmarkServers servers, Wakeup wakeup)
            throws Exception {
        Session.Maker maker = outbox -> new RelayDesign(outbox, 0, wakeup);
        try (Session session = new Session(servers, maker, COMMITTERS, KEYS)) {
            session.load.fed(1, Integer.MAX_VALUE, WARM_UP);
            long begin = System.nanoTime();
            int commits = session.load.fed(1, Integer.MAX_VALUE, COMMITTING).size();
            return commits / ((System.nanoTime() - begin) / 1e9);
        }
    }

    /** From the first to the last event at the consumer. */
    private static double perSecond(List<Journey> journeys) {
        long first = journeys.stream().mapToLong(journey -> journey.arrived).min().orElseThrow();
        long last = journeys.stream().mapToLong(journey -> journey.arrived).max().orElseThrow();
        return journeys.size() / ((last - first) / 1e9);
    }
}
