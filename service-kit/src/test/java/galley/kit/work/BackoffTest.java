package galley.kit.work;

import java.time.Duration;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofSeconds(4), Duration.ofMinutes(1));

    @RepeatedTest(20)
    void doublesUpToTheLongestAndIsShorterByChance() {
        assertThat(backoff.pause(0)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(backoff.pause(2)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(16));
        assertThat(backoff.pause(90)).isBetween(Duration.ofSeconds(30), Duration.ofMinutes(1));
    }

    @Test
    void aWishIsGrantedWithinBounds() {
        Duration hour = Duration.ofHours(1);
        assertThat(backoff.pause(0, Duration.ofMinutes(5), hour)).isEqualTo(Duration.ofMinutes(5));
        assertThat(backoff.pause(0, Duration.ofDays(9), hour)).isEqualTo(hour);
        assertThat(backoff.pause(90, Duration.ofSeconds(1), hour))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(30));
    }
}
