package galley.benchmarks;

import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;

import galley.benchmarks.editorial.EditorialBenchmark;
import galley.benchmarks.ingest.ImportBenchmark;
import galley.benchmarks.ingest.IngestBenchmark;
import galley.benchmarks.outbox.OutboxBenchmark;
import galley.benchmarks.publish.PublishBenchmark;
import galley.benchmarks.similarity.SimilarityBenchmark;
import galley.benchmarks.structure.StructureBenchmark;

/** Runs every benchmark, or the one that is named. */
public final class Benchmarks {
    private final SequencedMap<String, Benchmark> known;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * @param known the benchmarks by their names
     */
    Benchmarks(Map<String, Benchmark> known, PrintStream out, PrintStream err) {
        this.known = new TreeMap<>(known);
        this.out = out;
        this.err = err;
    }

    /** Ends with status 0, with 1 when a benchmark failed, or with 2 when there is none such. */
    public static void main(String[] arguments) {
        // The figures are to be read, not what clients tell of servers that end.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        Logger.getLogger("").setLevel(Level.ERROR);
        var benchmarks =
                new Benchmarks(
                        Map.of(
                                "editorial", new EditorialBenchmark(),
                                "import", new ImportBenchmark(),
                                "ingest", new IngestBenchmark(),
                                "outbox", new OutboxBenchmark(),
                                "publish", new PublishBenchmark(),
                                "similarity", new SimilarityBenchmark(),
                                "structure", new StructureBenchmark()),
                        System.out,
                        System.err);
        System.exit(benchmarks.run(List.of(arguments)));
    }

    /** Answers the status to end with. */
    int run(List<String> arguments) {
        if (arguments.size() > 1 || !known.keySet().containsAll(arguments)) {
            err.println("Usage: ./galley bench [NAME]; known are: " + String.join(", ", names()));
            return 2;
        }
        for (String name : arguments.isEmpty() ? names() : arguments) {
            try {
                known.get(name).run(out);
            } catch (Exception | LinkageError e) {
                err.println("The benchmark " + name + " failed:");
                e.printStackTrace(err);
                return 1;
            }
        }
        return 0;
    }

    private Collection<String> names() {
        return known.sequencedKeySet();
    }
}
