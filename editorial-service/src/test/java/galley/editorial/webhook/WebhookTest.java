package galley.editorial.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** When a webhook that fails is given up. */
class WebhookTest {
    private static final Instant NOW = Instant.parse("2026-05-20T10:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final Webhook hook = new Webhook();

    WebhookTest() {
        hook.set(
                new WebhookSettings(
                        "Room",
                        "https://chat.example/",
                        null,
                        List.of("kill"),
                        Template.SLACK,
                        true),
                NOW);
    }

    private void fails(int status, Instant at) {
        Outcome outcome = Outcome.answered(status, Duration.ZERO);
        hook.failed(outcome, Duration.ofMinutes(1), DAY, at);
    }

    @Test
    void whatIsNotFoundMayComeBackWithinADay() {
        fails(404, NOW);
        fails(404, NOW.plus(DAY).minusSeconds(1));
        assertThat(hook.disabledAt).isNull();
        assertThat(hook.nextAt).isEqualTo(NOW.plus(DAY).plusSeconds(59));
        fails(404, NOW.plus(DAY));
        assertThat(hook.disabledReason).contains("404");
    }

    @Test
    void theDayBeginsAnewOnceItWorked() {
        fails(404, NOW);
        hook.worked(NOW.plusSeconds(60));
        fails(404, NOW.plus(DAY));
        assertThat(hook.disabledAt).isNull();
    }

    @Test
    void itIsToldOneThingASecondHoweverManyReplicasThereAre() {
        hook.worked(NOW);
        assertThat(hook.nextAt).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void whatIsGoneIsGivenUpAtOnceAndWhatIsBrokenNever() {
        fails(500, NOW);
        fails(500, NOW.plus(DAY.multipliedBy(9)));
        assertThat(hook.disabledAt).isNull();
        fails(410, NOW.plus(DAY.multipliedBy(9)));
        assertThat(hook.disabledReason).contains("410");
    }
}
