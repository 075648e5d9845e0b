package galley.publish.http;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HttpDateTest {
    private static final Instant CHANGE = Instant.parse("2026-05-06T10:00:00.700Z");

    @Test
    void isWrittenAsTheStandardAsks() {
        assertThat(HttpDate.format(CHANGE)).isEqualTo("Wed, 06 May 2026 10:00:00 GMT");
    }

    @Test
    void whoHasTheLastChangeHasAll() {
        assertThat(HttpDate.isKnownTo("Wed, 06 May 2026 10:00:00 GMT", CHANGE)).isTrue();
        assertThat(HttpDate.isKnownTo("Wed, 06 May 2026 10:00:01 GMT", CHANGE)).isTrue();
        assertThat(HttpDate.isKnownTo("Wed, 06 May 2026 09:59:59 GMT", CHANGE)).isFalse();
    }

    @Test
    void whatIsNoDateSaysNothing() {
        assertThat(HttpDate.isKnownTo("yesterday", CHANGE)).isFalse();
        assertThat(HttpDate.isKnownTo(null, CHANGE)).isFalse();
        assertThat(HttpDate.isKnownTo("Wed, 06 May 2026 10:00:00 GMT", null)).isFalse();
    }

    @Test
    void aListThatHasJustChangedIsDatedBeforeTheSecondThatIsNotOver() {
        assertThat(HttpDate.settled(CHANGE, CHANGE.plusMillis(500)))
                .isEqualTo(CHANGE.minusSeconds(1));
        assertThat(HttpDate.settled(CHANGE, CHANGE.plusSeconds(60))).isEqualTo(CHANGE);
        assertThat(HttpDate.settled(null, CHANGE)).isNull();
    }
}
