package galley.publish.edition;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import galley.events.Publication;
import galley.publish.Samples;

import static org.assertj.core.api.Assertions.assertThat;

class PublicArticleTest {
    @Test
    void isLiveAndWithoutProposals() {
        var article = Gate.through(Samples.article("p01-reprint"));
        assertThat(article.publication()).isEqualTo(Publication.LIVE);
        assertThat(article.proposals()).isEmpty();
    }

    @Test
    void isPublishedNoEarlierThanItsEmbargo() {
        var article =
                Gate.through(
                        Samples.article(
                                "p01-reprint",
                                json ->
                                        json.putNull("publishedAt")
                                                .put("embargoedUntil", "2026-05-21T06:00:00Z")));
        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2026-05-21T06:00:00Z"));
        assertThat(article.updatedAt()).isEqualTo(Instant.parse("2026-05-21T06:00:00Z"));
    }

    @Test
    void keepsTheTimesOfALaterVersion() {
        var article =
                Gate.through(
                        Samples.article(
                                "p01-reprint",
                                json -> json.put("updatedAt", "2026-05-22T08:00:00Z")));
        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2026-05-20T10:00:00Z"));
        assertThat(article.updatedAt()).isEqualTo(Instant.parse("2026-05-22T08:00:00Z"));
    }

    @Test
    void whatIsMissingIsEmpty() {
        var article =
                Gate.through(
                        Samples.article(
                                "p01-reprint",
                                json -> {
                                    json.remove("tags");
                                    json.remove("parts");
                                    json.remove("headline");
                                    json.remove("bylines");
                                }));
        assertThat(article.tags()).isEmpty();
        assertThat(article.parts()).isEmpty();
        assertThat(article.headline()).isEmpty();
        assertThat(article.bylines()).isEmpty();
    }
}
