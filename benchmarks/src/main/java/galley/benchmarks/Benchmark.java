package galley.benchmarks;

import java.io.PrintStream;

/** Something that is measured. */
public interface Benchmark {

    /**
     * Measures, and ends by itself.
     *
     * @param out takes a table of the figures, with what they were measured on
     * @throws Exception when something failed, or what was measured did not do its work
     */
    void run(PrintStream out) throws Exception;
}
