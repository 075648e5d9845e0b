package galley.editorial.search;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StretchTest {
    private static final Instant LATEST = Instant.parse("2026-05-20T10:00:00Z");
    private static final Instant EARLIEST = LATEST.minus(Duration.ofDays(3_650));

    @Test
    void aStretchIsNamedByFewMarksWhateverItsLength() {
        for (long seconds = 1; seconds < 50_000_000; seconds *= 3) {
            var stretch = new Stretch(LATEST.minusSeconds(seconds), null);
            var marks = stretch.marks(LATEST).orElseThrow().split("\\|");
            assertThat(marks).as(seconds + " s").hasSizeBetween(1, 3);
        }
    }

    @Test
    void whatBeginsWithTheEarliestArticleHasNoMarks() {
        assertThat(new Stretch(null, LATEST).marks(LATEST)).isEmpty();
        assertThat(new Stretch(EARLIEST, null).marks(LATEST)).isEmpty();
    }

    @Test
    void oneLeadsToTheNextUntilTheEarliestArticle() {
        var first = new Stretch(LATEST.minusSeconds(1_000), null);
        var second = first.before(LATEST, EARLIEST, 2);
        assertThat(second.to()).isEqualTo(first.from());
        assertThat(second.from()).isEqualTo(LATEST.minusSeconds(3_000));
        assertThat(second.before(LATEST, EARLIEST, 1_000_000).from()).isNull();
    }

    @Test
    void articlesOfOneMomentAreLeftBehind() {
        var moment = new Stretch(LATEST, null);
        assertThat(moment.before(LATEST, EARLIEST, 1).from()).isBefore(LATEST);
    }
}
