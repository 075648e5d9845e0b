package galley.localstack;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A part of the stack that runs as a process of its own and can be started again. */
public interface StackServer extends RestartableServer {
    /** The process started last; null when there has been none. */
    Child child();

    /** The number of the process started last. */
    default long pid() {
        return child().pid();
    }

    /** Completes when the process started last has ended, however it did. */
    default CompletableFuture<Void> ended() {
        return child().onExit().thenAccept(process -> {});
    }

    @Override
    default boolean isRunning() {
        return child() != null && child().isAlive();
    }

    /** Ends the process cleanly; kills it when it takes longer than the patience. */
    default void stop(Duration patience) {
        if (isRunning()) {
            child().stop(patience);
        }
    }

    @Override
    default void kill() {
        child().kill();
    }

    @Override
    default void close() {
        stop(Duration.ofSeconds(30));
    }
}
