package galley.publish.plaintext;

import org.junit.jupiter.api.Test;

import galley.events.Article;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.document.Published;
import galley.publish.document.Publisher;
import galley.publish.edition.Gate;

import static org.assertj.core.api.Assertions.assertThat;

/** Text as somebody reads it who has nothing but text. */
@TestServers
class PlainArticleTest {
    @Test
    void aReprintIsIntroducedAndSaysWhereItIsFrom() {
        assertThat(text(Samples.article("p01-reprint")))
                .isEqualTo(
                        """
                        Night ferry returns to the outer islands

                        One ticket for both shores

                        The editors
                        The Harbour Letter, 20 May 2026

                        In the following article, which we reprint from Maré, Ana Lobo reports on the first crossing.

                        The boat that sails at dusk

                        By Ana Lobo
                        First published by Maré <https://mare.example/boat> on 18 May 2026.

                        The night ferry sails to the outer islands again after two winters in the dock.

                        Forty people stood on the quay to see it off; the crew <https://mare.example/crew> waved back.

                        Ana Lobo writes about harbours for Maré.

                        © 2026 Maré
                        Free to reprint with a link

                        © 2026 The Harbour Letter

                        https://harbour-letter.example/articles/x
                        """);
    }

    @Test
    void aDatelineStandsBeforeTheText() {
        assertThat(text(Samples.article("p03-wire-dateline")))
                .contains("\nCAPE DORN, May 20 (Littoral) — The lamp of the lighthouse");
    }

    @Test
    void aTranslationNamesEveryHand() {
        assertThat(text(Samples.article("p04-translation-chain")))
                .contains(
                        """
                        By Rui Sá
                        First published by Jornal da Barra <https://barra.example/rosas> on 30 April 2026 in Portuguese. Translated by Ida Brand; translation published by The Tide Letter <https://tide-letter.example/roses>.
                        """);
    }

    @Test
    void aVideoIsALinkAndItsSpeakersAList() {
        assertThat(text(Samples.article("p07-video")))
                .contains(
                        """
                        [Video at Video Example] <https://video.example/watch?v=tides&t=1>
                        Four people at a long table
                        Recorded in the boathouse
                        Film: Lena Ott
                        """)
                .contains(
                        """
                        - Mara Quint, Chair, Society of Tide Watchers <https://tides.example/quint>
                        - Jon Vale, Harbour Office
                        """)
                .contains("- On neap tides <https://video.example/a>\n- On spring tides");
    }

    @Test
    void quotationsListsAndTablesStayWhatTheyAre() {
        var article =
                Samples.article(
                        "p05-teaser",
                        json ->
                                json.putArray("parts")
                                        .addObject()
                                        .put("type", "original")
                                        .put("id", "p1")
                                        .put(
                                                "body",
                                                "<blockquote><p>One</p><p>Two</p></blockquote>"
                                                        + "<ol><li>First</li><li><p>Second</p>"
                                                        + "<p>more</p></li></ol><table><tbody><tr>"
                                                        + "<th>Lamp</th><td>12 m</td></tr></tbody>"
                                                        + "</table><pre>a  b\n c</pre>"));
        assertThat(text(article))
                .contains(
                        """
                        > One
                        >
                        > Two

                        1. First
                        2. Second
                           more

                        Lamp | 12 m

                        a  b
                         c
                        """);
    }

    @Test
    void correctionsAreAtItsFoot() {
        var corrected =
                Samples.next(
                        Samples.article("p01-reprint"),
                        json ->
                                json.put("updatedAt", "2026-05-21T10:00:00Z")
                                        .putArray("corrections")
                                        .addObject()
                                        .put("version", 2)
                                        .put("at", "2026-05-21T10:00:00Z")
                                        .put("note", "The ferry has two decks."));
        assertThat(text(corrected))
                .contains("The Harbour Letter, 20 May 2026; updated 21 May 2026")
                .contains("\nCorrection, 21 May 2026: The ferry has two decks.\n");
    }

    private static String text(Article article) {
        return PlainArticle.of(
                new Published(
                        Gate.through(article),
                        null,
                        "https://harbour-letter.example/articles/x",
                        new Publisher("The Harbour Letter", "https://harbour-letter.example/"),
                        path -> "https://harbour-letter.example" + path));
    }
}
