package galley.publish.content;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.events.ArticleWithheld;
import galley.events.Decision;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static org.assertj.core.api.Assertions.assertThat;

/** Finding what is live by its words. */
@TestServers
class SearchTest {
    @Inject Desk desk;

    @BeforeEach
    void empty() {
        desk.clear();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ferry | true",
                "ferries sailing | true",
                "island | true",
                "the | false",
                "the ferry | true",
                "train | false",
                "ferry train | false",
                "ferry or train | true",
                "\"night ferry\" | true",
                "\"ferry night\" | false",
                "ferry -winters | false",
                "ferry -trains | true",
                "-ferry | false",
                "harb* | true",
                "harb* -ferry | false",
                "ferry -harb* | false",
                "zarb* | false",
                "mare* | true",
                "\"harb*\" | false",
                "Lobo | true",
                "Maré | true",
                "shores | true",
                "' & !:* | false",
                "a* | false"
            })
    void wordsPhrasesExclusionsAndBeginningsFindWhatTheyMean(String q, boolean found) {
        var id = desk.release(Samples.article("p01-reprint")).id().toString();
        assertThat(ids(q).contains(id)).isEqualTo(found);
    }

    @Test
    void eachLanguageIsReadByItsOwnStems() {
        var german = original("de", "Die Häuser am Hafen", "<p>Viele Häuser stehen dort.</p>");
        var english = original("en", "The houses at the quay", "<p>Many houses stand there.</p>");
        var latin = original("la", "Domus ad portum", "<p>Multae domus ibi stant.</p>");
        assertThat(ids("Haus")).containsExactly(german);
        assertThat(ids("house")).containsExactly(english);
        assertThat(ids("domus")).containsExactly(latin);
        assertThat(ids("haus* or nothing")).isEmpty();
        assertThat(ids("haus*")).containsExactly(german);
    }

    @Test
    void whatHasTheWordsInItsHeadlineComesFirst() {
        List<String> inHeadline = new ArrayList<>();
        List<String> inText = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            // all published at the same time
            inText.add(original("en", "Quiet town", "<p>The lighthouse is old.</p>"));
            inHeadline.add(original("en", "A lighthouse", "<p>It is old.</p>"));
        }
        original("en", "Nothing of it", "<p>At all.</p>");
        for (var limit : List.of("1", "3", "7", "14", "50")) {
            var found = ArticlesPage.ids(Map.of("q", "lighthouses", "limit", limit));
            assertThat(found.subList(0, 7)).containsExactlyInAnyOrderElementsOf(inHeadline);
            assertThat(found.subList(7, 14)).containsExactlyInAnyOrderElementsOf(inText);
            assertThat(found).hasSize(14);
        }
    }

    @Test
    void wordsGoTogetherWithEveryFilter() {
        var id = desk.release(Samples.article("p01-reprint")).id().toString();
        desk.release(Samples.article("p01-reprint", json -> json.put("section", "Towns")));
        assertThat(
                        ArticlesPage.ids(
                                Map.of(
                                        "q",
                                        "ferry",
                                        "section",
                                        "Coast",
                                        "from",
                                        "2026-01-01T00:00:00Z")))
                .containsExactly(id);
        assertThat(
                        ArticlesPage.ids(
                                Map.of(
                                        "q",
                                        "ferry",
                                        "section",
                                        "Coast",
                                        "since",
                                        "2026-01-01T00:00:00Z")))
                .containsExactly(id);
    }

    @Test
    void aNewVersionIsFoundByItsNewWordsAlone() {
        var article = desk.release(Samples.article("p05-teaser"));
        desk.release(
                Samples.next(
                        article,
                        json -> {
                            json.put("headline", "Lamps");
                            json.putArray("parts");
                        }));
        assertThat(ids("benches")).isEmpty();
        assertThat(ids("lamp")).containsExactly(article.id().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"withheld", "killed", "embargoed"})
    void whatReadersDoNotGetIsNotFound(String state) {
        var until = Instant.now().plusSeconds(3600).toString();
        var article =
                desk.release(
                        Samples.article(
                                "p05-teaser",
                                json -> {
                                    if (state.equals("embargoed")) {
                                        json.put("embargoedUntil", until).put("publishedAt", until);
                                    }
                                }));
        if (state.equals("killed")) {
            desk.kill(article, "Withdrawn");
            assertThat(desk.words(article.id())).isEmpty();
        } else if (state.equals("withheld")) {
            desk.apply(
                    new ArticleWithheld(
                            Samples.next(article, _ -> {}),
                            new Decision(Instant.now(), "staff:7", null)));
        }
        assertThat(ids("benches")).isEmpty();
    }

    private String original(String language, String headline, String body) {
        var article =
                Samples.article(
                        "p05-teaser",
                        json -> {
                            json.put("language", language).put("headline", headline);
                            json.putArray("parts")
                                    .addObject()
                                    .put("type", "original")
                                    .put("id", "p1")
                                    .put("body", body);
                        });
        return desk.release(article).id().toString();
    }

    private static List<String> ids(String q) {
        return ArticlesPage.ids(Map.of("q", q));
    }
}
