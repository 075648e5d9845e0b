package galley.ingest.source;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import galley.kit.problem.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PaceTest {
    private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");

    @Test
    void withoutBoundsTheIntervalIsAlwaysTheUsualOne() {
        var pace = pace("PT1H", null, null);
        pace.succeeded(true, NOW);
        pace.succeeded(false, NOW);
        assertThat(next(pace)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void newsMakesPollsComeSoonerUntilTheFastest() {
        var pace = pace("PT1H", "PT20M", null);
        pace.succeeded(true, NOW);
        assertThat(next(pace)).isEqualTo(Duration.ofMinutes(30));
        pace.succeeded(true, NOW);
        pace.succeeded(true, NOW);
        assertThat(next(pace)).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void noNewsMakesThemComeLaterUntilTheSlowest() {
        var pace = pace("PT1H", null, "PT2H");
        pace.succeeded(false, NOW);
        assertThat(next(pace)).isEqualTo(Duration.ofMinutes(90));
        pace.succeeded(false, NOW);
        assertThat(next(pace)).isEqualTo(Duration.ofHours(2));
    }

    @ParameterizedTest
    @CsvSource({"PT1H,1,PT2H", "PT1H,4,PT16H", "PT1H,5,PT24H", "PT1H,60,PT24H", "P2D,3,P2D"})
    void theMoreOftenASourceFailsTheLongerItIsLeftAlone(String usual, int failures, String pause) {
        var pace = pace(usual, null, null);
        pace.failed(failures, Duration.ZERO, NOW);
        assertThat(next(pace)).isEqualTo(Duration.parse(pause));
    }

    @ParameterizedTest
    @CsvSource({"PT30M,PT2H", "P2D,P2D", "P999D,P7D"})
    void aServerIsLeftAloneAsLongAsItWishesWithinAWeek(String wished, String pause) {
        var pace = pace("PT1H", null, null);
        pace.failed(1, Duration.parse(wished), NOW);
        assertThat(next(pace)).isEqualTo(Duration.parse(pause));
    }

    @Test
    void theUsualIntervalIsWithinTheBounds() {
        assertThatThrownBy(() -> pace("PT1H", "PT2H", null)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> pace("PT1H", null, "PT30M")).isInstanceOf(Problem.class);
    }

    private static Pace pace(String pollEvery, String fastest, String slowest) {
        return Pace.of(
                new SettingsChange(
                        null,
                        null,
                        null,
                        Duration.parse(pollEvery),
                        fastest == null ? null : Duration.parse(fastest),
                        slowest == null ? null : Duration.parse(slowest),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                NOW);
    }

    private static Duration next(Pace pace) {
        return Duration.between(NOW, pace.nextPollAt);
    }
}
