package galley.benchmarks;

import java.time.Duration;

import galley.localstack.DatabaseServer;
import galley.localstack.Stack;

/** What benchmarks do with the parts of a stack that runs. */
public final class RunningStack {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private RunningStack() {}

    /** Its database server. */
    public static DatabaseServer database(Stack stack) {
        return stack.parts().stream()
                .filter(DatabaseServer.class::isInstance)
                .map(DatabaseServer.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Ends a service that is not measured: it would share the processors. */
    public static void stop(Stack stack, String name) {
        stack.parts().stream()
                .filter(part -> part.name().equals(name))
                .forEach(part -> part.stop(PATIENCE));
    }
}
