package galley.kit.work;

import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class BoundedThreadsTest {
    private final BoundedThreads threads = new BoundedThreads(2);

    @Test
    void aPlaceIsTakenUntilItsTaskHasEnded() {
        var end = new CountDownLatch(1);
        threads.run(() -> awaitUninterrupted(end));
        assertThat(threads.free()).isEqualTo(1);
        end.countDown();
        await().atMost(10, SECONDS).until(() -> threads.free() == 2);
    }

    @Test
    void aTaskThatFailsLeavesItsPlace() {
        threads.run(
                () -> {
                    throw new IllegalStateException("as it happens");
                });
        await().atMost(10, SECONDS).until(() -> threads.free() == 2);
    }

    @Test
    void whatRunsIsInterruptedAndNothingMoreBegins() throws InterruptedException {
        var interrupted = new CountDownLatch(1);
        threads.run(
                () -> {
                    awaitUninterrupted(new CountDownLatch(1));
                    interrupted.countDown();
                });
        threads.stop();
        assertThat(interrupted.await(10, SECONDS)).isTrue();
        assertThat(threads.free()).isZero();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
