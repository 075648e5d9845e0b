package galley.benchmarks.outbox;

/** An event on its way. Times are those of {@link System#nanoTime}; 0 stands for not yet. */
final class Journey {
    final String key;
    final long revision;
    volatile long committed;
    volatile long arrived;

    Journey(String key, long revision) {
        this.key = key;
        this.revision = revision;
    }

    /** From the commit's return in the writer to the consumer's receipt, in milliseconds. */
    double latency() {
        return (arrived - committed) / 1e6;
    }
}
