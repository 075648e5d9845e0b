package galley.publish.text;

import org.junit.jupiter.api.Test;

import galley.publish.Samples;

import static org.assertj.core.api.Assertions.assertThat;

class HeadlinesTest {
    @Test
    void anArticleIsCalledByItsHeadline() {
        assertThat(Headlines.of(Samples.article("p01-reprint")))
                .isEqualTo("Night ferry returns to the outer islands");
    }

    @Test
    void withoutAHeadlineItIsCalledByItsFirstWords() {
        var article = Samples.article("p05-teaser", json -> json.put("headline", " "));
        assertThat(Headlines.of(article)).isEqualTo("There are four hundred and twelve benches.");
    }

    @Test
    void manyFirstWordsAreCut() {
        var article = Samples.article("p01-reprint", json -> json.put("headline", ""));
        assertThat(Headlines.of(article))
                .isEqualTo("In the following article, which we reprint from Maré, …");
    }

    @Test
    void mediaAndPeopleCanNameAnArticle() {
        var article =
                Samples.article(
                        "p07-video",
                        json -> {
                            json.put("headline", "");
                            json.withArray("parts").remove(0);
                        });
        assertThat(Headlines.of(article)).isEqualTo("Recorded in the boathouse");
    }

    @Test
    void anArticleWithoutAnyWordsIsUntitled() {
        var article =
                Samples.article(
                        "p01-reprint",
                        json -> {
                            json.put("headline", "");
                            json.putArray("parts");
                        });
        assertThat(Headlines.of(article)).isEqualTo("Untitled");
    }
}
