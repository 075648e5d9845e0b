package galley.editorial.check.link;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import galley.editorial.check.link.LinkResult.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/** When a link counts as broken, and when it is looked at again. */
class StoredLinkTest {
    private static final Instant NOON = Instant.parse("2026-05-20T12:00:00Z");
    private static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));
    private static final Instant SOON = NOON.plus(Duration.ofMinutes(10));

    private final StoredLink link = new StoredLink();

    private void tell(Outcome outcome) {
        link.tell(new LinkResult(outcome, 200, null), NOON, new Delivered());
    }

    @Test
    void whatWorksIsLookedAtTheNextDay() {
        tell(Outcome.WORKS);
        assertThat(link.broken).isFalse();
        assertThat(link.status).isEqualTo(200);
        assertThat(link.checkedAt).isEqualTo(NOON);
        assertThat(link.nextCheckAt).isEqualTo(TOMORROW);
    }

    @Test
    void aClearNoIsEnough() {
        tell(Outcome.BROKEN);
        assertThat(link.broken).isTrue();
        assertThat(link.nextCheckAt).isEqualTo(TOMORROW);
        tell(Outcome.WORKS);
        assertThat(link.broken).isFalse();
    }

    @Test
    void threeFailuresInARowAreAsMuch() {
        for (Outcome outcome :
                new Outcome[] {Outcome.FAILED, Outcome.FAILED, Outcome.WORKS, Outcome.FAILED}) {
            tell(outcome);
            assertThat(link.broken).isFalse();
        }
        assertThat(link.nextCheckAt).isEqualTo(SOON);
        tell(Outcome.FAILED);
        assertThat(link.broken).isFalse();
        tell(Outcome.FAILED);
        assertThat(link.broken).isTrue();
        assertThat(link.nextCheckAt).isEqualTo(TOMORROW);
    }

    @Test
    void whatWasBrokenStaysSoUntilItWorks() {
        tell(Outcome.BROKEN);
        tell(Outcome.FAILED);
        assertThat(link.broken).isTrue();
        assertThat(link.nextCheckAt).isEqualTo(TOMORROW);
    }

    @Test
    void afterHeadComesGet() {
        tell(Outcome.HEAD_REFUSED);
        assertThat(link.headRefused).isTrue();
        assertThat(link.checkedAt).isNull();
        assertThat(link.nextCheckAt).isBefore(NOON);
        tell(Outcome.WORKS);
        assertThat(link.headRefused).isTrue();
    }

    @Test
    void whatMayNotBeFetchedFromHereIsNotBroken() {
        tell(Outcome.NOT_ALLOWED);
        assertThat(link.broken).isFalse();
    }

    private record Delivered() implements LinkConfig {
        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public int maxFetches() {
            return 4;
        }

        @Override
        public Duration serverPause() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration retryPause() {
            return Duration.ofMinutes(10);
        }

        @Override
        public Duration recheck() {
            return Duration.ofDays(1);
        }

        @Override
        public Duration lease() {
            return Duration.ofMinutes(2);
        }
    }
}
