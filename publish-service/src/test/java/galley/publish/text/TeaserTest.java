package galley.publish.text;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import galley.publish.Samples;

import static org.assertj.core.api.Assertions.assertThat;

class TeaserTest {
    @Test
    void stopsWhereTheEditorChose() {
        assertThat(teaser(2))
                .isEqualTo(
                        "There are four hundred and twelve benches. Most of them look at the"
                                + " water.");
        assertThat(teaser(1)).isEqualTo("There are four hundred and twelve benches.");
    }

    @Test
    void isEmptyWhenTheBreakComesFirst() {
        assertThat(teaser(0)).isEmpty();
    }

    @Test
    void isTheWholeTextWhenTheBreakComesAfterIt() {
        assertThat(teaser(99)).endsWith("who turned them.");
    }

    @Test
    void holdsThePartsBeforeTheBreakAndTheirDatelines() {
        var article =
                Samples.article(
                        "p02-round-up",
                        json -> json.putObject("teaserBreak").put("part", "p3").put("block", 1));
        assertThat(Jsoup.parse(Teaser.of(article)).text())
                .isEqualTo(
                        "The following articles were originally published by The Lantern and Quay"
                            + " News. BRACKWATER, May 11 — The reading room on Pier Street now"
                            + " closes at midnight. OLDPORT, May 12 — Only the ground floor stays"
                            + " open.");
    }

    @Test
    void isTheFirstBlockWithWordsWhereNobodyChose() {
        var article = Samples.article("p01-reprint");
        assertThat(Jsoup.parse(Teaser.of(article)).text())
                .isEqualTo(
                        "In the following article, which we reprint from Maré, Ana Lobo reports on"
                                + " the first crossing.");
    }

    @Test
    void isTheFirstBlockWhenTheChosenPartIsGone() {
        var article =
                Samples.article(
                        "p05-teaser",
                        json -> json.putObject("teaserBreak").put("part", "p9").put("block", 2));
        assertThat(Jsoup.parse(Teaser.of(article)).text())
                .isEqualTo("There are four hundred and twelve benches.");
    }

    @Test
    void loadsNothingFromElsewhere() {
        var teaser = Teaser.of(Samples.article("p12-editors-mark"));
        assertThat(teaser).doesNotContain("<img").contains("class=\"picture\"");
    }

    private static String teaser(int block) {
        var article =
                Samples.article(
                        "p05-teaser",
                        json ->
                                json.putObject("teaserBreak")
                                        .put("part", "p1")
                                        .put("block", block));
        return Jsoup.parse(Teaser.of(article)).text();
    }
}
