package galley.publish.rate;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BucketTest {
    private static final int RATE = 60;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** Clocks may begin anywhere, also before zero. */
    private static final long START = -5 * SECOND;

    private final Bucket bucket = new Bucket(START);

    @Test
    void aMinutesRequestsMayComeAtOnceAndNoMore() {
        for (int left = RATE - 1; left >= 0; left--) {
            Standing standing = bucket.take(RATE, START);
            assertThat(standing.allowed()).isTrue();
            assertThat(standing.remaining()).isEqualTo(left);
        }
        Standing refused = bucket.take(RATE, START);
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.seconds()).isEqualTo(1);
    }

    @Test
    void whoLooksTakesNothing() {
        assertThat(bucket.look(RATE, START).remaining()).isEqualTo(RATE);
        bucket.take(RATE, START);
        for (int i = 0; i < 3; i++) {
            assertThat(bucket.look(RATE, START).remaining()).isEqualTo(RATE - 1);
        }
        assertThat(bucket.look(RATE, START).seconds()).isEqualTo(1);
        assertThat(bucket.look(RATE, START + SECOND).seconds()).isZero();
    }

    @Test
    void itFillsEvenly() {
        for (int i = 0; i < RATE; i++) {
            bucket.take(RATE, START);
        }
        assertThat(bucket.take(RATE, START + 3 * SECOND).remaining()).isEqualTo(2);
        assertThat(bucket.take(RATE, START + 3 * SECOND).allowed()).isTrue();
        assertThat(bucket.take(RATE, START + 3 * SECOND).allowed()).isTrue();
        assertThat(bucket.take(RATE, START + 3 * SECOND).allowed()).isFalse();
        assertThat(bucket.take(RATE, START + 300 * SECOND).remaining()).isEqualTo(RATE - 1);
    }

    @Test
    void aRefusalCostsNothing() {
        for (int i = 0; i < 10 * RATE; i++) {
            bucket.take(RATE, START);
        }
        assertThat(bucket.take(RATE, START + SECOND).allowed()).isTrue();
    }
}
