package galley.messaging;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The buckets in which something was committed since a relay last looked; safe for threads. */
final class Wakeups {
    private final AtomicInteger buckets = new AtomicInteger();
    private final Semaphore signal = new Semaphore(0);

    /** Tells the relay that a row of this bucket has been committed. */
    void add(int bucket) {
        buckets.getAndUpdate(bits -> bits | 1 << bucket);
        signal.release();
    }

    /** Ends a wait early. */
    void interrupt() {
        signal.release();
    }

    /** Whether there is no bucket; the next moment may be otherwise. */
    boolean isEmpty() {
        return buckets.get() == 0;
    }

    /**
     * Waits until there is a bucket, or for so many milliseconds; now and then ends early.
     *
     * @return the buckets as bits, which are then forgotten
     */
    int take(long millis) throws InterruptedException {
        if (isEmpty() && millis > 0 && signal.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            signal.drainPermits();
        }
        return buckets.getAndSet(0);
    }
}
