package galley.publish.http;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeptRepresentationsTest {
    private static final Representation SOME = Representation.of("text/plain", "some");

    private final KeptRepresentations<String> kept = new KeptRepresentations<>(10_000);

    @Test
    void whatWasWrittenIsServedWhileItWouldComeOutTheSame() {
        assertThat(kept.get("a", 1)).isEmpty();
        assertThat(kept.keep("a", 1, SOME)).isSameAs(SOME);
        assertThat(kept.get("a", 1)).containsSame(SOME);
        assertThat(kept.get("a", 2)).isEmpty();
        assertThat(kept.get("b", 1)).isEmpty();
    }

    @Test
    void theNewOneTakesThePlaceOfTheOld() {
        kept.keep("a", 1, Representation.of("text/plain", "old"));
        kept.keep("a", 2, SOME);
        assertThat(kept.get("a", 1)).isEmpty();
        assertThat(kept.get("a", 2)).containsSame(SOME);
    }

    @Test
    void memoryStaysBoundedHoweverManyThereAre() {
        for (int i = 0; i < 100; i++) {
            kept.keep("feed " + i, 1, Representation.of("text/plain", "x".repeat(999)));
            assertThat(kept.bytes()).isLessThanOrEqualTo(10_000);
        }
        assertThat(kept.bytes()).isGreaterThan(5_000);
    }

    @Test
    void whatIsTooLargeToKeepIsServedAllTheSame() {
        var large = Representation.of("text/plain", "x".repeat(10_001));
        assertThat(kept.keep("a", 1, large)).isSameAs(large);
        assertThat(kept.bytes()).isZero();
    }
}
