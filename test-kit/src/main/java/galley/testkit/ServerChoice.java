package galley.testkit;

import java.util.Locale;
import java.util.function.Supplier;

/**
 * Which servers a test run has, and why: those that the environment variable {@value #VARIABLE}
 * names, or else containers wherever they can be had.
 *
 * @param reason in words for whoever reads the log
 */
record ServerChoice(ServerSource source, String reason) {
    static final String VARIABLE = "GALLEY_TEST_SERVERS";

    /**
     * Chooses.
     *
     * @param wanted the variable's value; null when it is not set
     * @param engine asked only when it matters
     * @throws IllegalStateException when what is wanted can't be had, or means nothing
     */
    static ServerChoice of(String wanted, Supplier<DockerEngine> engine) {
        return switch (wanted == null ? "" : wanted) {
            case "" -> {
                DockerEngine found = engine.get();
                yield new ServerChoice(
                        found.usable() ? ServerSource.CONTAINERS : ServerSource.EMBEDDED,
                        found.description());
            }
            case "containers" -> {
                DockerEngine found = engine.get();
                if (!found.usable()) {
                    throw new IllegalStateException(
                            VARIABLE + " is containers, but " + found.description());
                }
                yield new ServerChoice(ServerSource.CONTAINERS, found.description());
            }
            case "embedded" -> new ServerChoice(ServerSource.EMBEDDED, VARIABLE);
            default ->
                    throw new IllegalStateException(
                            "%s is \"%s\"; it may be containers, embedded or nothing"
                                    .formatted(VARIABLE, wanted));
        };
    }

    /** For example {@code containers (Docker 28.1.0)}. */
    @Override
    public String toString() {
        return "%s (%s)".formatted(source.name().toLowerCase(Locale.ROOT), reason);
    }
}
