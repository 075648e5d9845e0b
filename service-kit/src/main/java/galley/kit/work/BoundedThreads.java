package galley.kit.work;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Virtual threads, so many at a time at most: a worker asks how many are free, begins as much of
 * what is due, and runs it.
 */
public final class BoundedThreads {
    private final Semaphore free;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Takes how many may run at a time, at least one. */
    public BoundedThreads(int most) {
        this.free = new Semaphore(most);
    }

    /** How many could begin now; none once it was stopped. */
    public int free() {
        return isStopped() ? 0 : free.availablePermits();
    }

    /** Runs a task on a thread of its own, as soon as one is free. */
    public void run(Runnable task) {
        free.acquireUninterruptibly();
        threads.execute(
                () -> {
                    try {
                        task.run();
                    } finally {
                        free.release();
                    }
                });
    }

    /** Whether {@link #stop} was called. */
    public boolean isStopped() {
        return threads.isShutdown();
    }

    /** Interrupts what runs, and lets nothing begin any more. */
    public void stop() {
        threads.shutdownNow();
    }
}
