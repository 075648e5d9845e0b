package galley.ingest.wire;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import galley.events.Dateline;

import static org.assertj.core.api.Assertions.assertThat;

/** What an item has in fields of its own leaves its text, and nothing else does. */
class WireBodyTest {
    private static final String FILED =
            "<headline>Rain at Norne</headline><creditline>PW</creditline>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>NORNE (PW) - It rains.</p>                          | <p>It rains.</p>",
                "<p><b>NORNE</b> (PW) - It <b>rains</b>.</p>            | <p>It <b>rains</b>.</p>",
                "<p><b>NORNE (PW) - It</b> rains.</p>                   | <p><b>It</b> rains.</p>",
                "<p>(1st Ld)</p><p>NORNE (PW) - It rains.</p>           | <p>(1st Ld)</p><p>It"
                        + " rains.</p>",
                "<p class='dateline'>NORNE (PW)</p><p>It rains.</p>     | <p>It rains.</p>",
                "<p><span class='dateline'>NORNE (PW): </span>Rain.</p> | <p>Rain.</p>",
                "<div><p>NORNE (PW) - It rains.</p></div>               | <div><p>It"
                        + " rains.</p></div>"
            })
    void theDatelineIsAField(String body, String rest) {
        var item = Wires.only(Wires.g2Xhtml(FILED, body));
        assertThat(item.body()).isEqualTo(rest);
        assertThat(item.dateline().place()).isEqualTo("NORNE");
        assertThat(item.dateline().agency()).isEqualTo("PW");
    }

    @Test
    void wordsOfTheSameFormStayWhereNothingElseKnowsThem() {
        var item =
                Wires.only(Wires.g2Xhtml(FILED, "<p>Norne Boats (NBT) - the yard - is open.</p>"));
        assertThat(item.body()).isEqualTo("<p>Norne Boats (NBT) - the yard - is open.</p>");
        assertThat(item.dateline()).isNull();
    }

    @Test
    void aDatelineFarDownIsAnotherTexts() {
        var item = Wires.only(Wires.g2Xhtml(FILED, "<p>a</p>".repeat(9) + "<p>NORNE (PW) - b</p>"));
        assertThat(item.body()).endsWith("<p>NORNE (PW) - b</p>");
    }

    @Test
    void withoutADatelineInTheTextTheMetadatasHolds() {
        var located = "<located><name>Norne</name></located>";
        assertThat(Wires.only(Wires.g2Xhtml(FILED + located, "<p>Rain.</p>")).dateline())
                .isEqualTo(new Dateline("Norne", null, null, null));
        var line = "<dateline>Norne, 19 May (PW) -</dateline>";
        assertThat(Wires.only(Wires.g2Xhtml(FILED + line, "<p>Rain.</p>")).dateline())
                .isEqualTo(
                        new Dateline(
                                "Norne", LocalDate.of(2026, 5, 19), "PW", "Norne, 19 May (PW) -"));
    }

    @Test
    void theHeadlineIsNotRepeated() {
        assertThat(Wires.only(Wires.g2Xhtml(FILED, "<h1>RAIN at  Norne</h1><p>a</p>")).body())
                .isEqualTo("<p>a</p>");
        assertThat(Wires.only(Wires.g2Xhtml(FILED, "<h1>Sun at Norne</h1><p>a</p>")).body())
                .isEqualTo("<h2>Sun at Norne</h2><p>a</p>");
    }

    @Test
    void aMarkedBylineIsTheByline() {
        var item = Wires.only(Wires.g2Xhtml(FILED, "<p class=\"byline\">By Ann</p><p>a</p>"));
        assertThat(item.byline()).isEqualTo("By Ann");
        assertThat(item.body()).isEqualTo("<p>a</p>");
        var other =
                Wires.only(
                        Wires.g2Xhtml(
                                FILED + "<by>By Ben</by>",
                                "<p class=\"byline\">By Ann</p><p>a</p>"));
        assertThat(other.byline()).isEqualTo("By Ben");
        assertThat(other.body()).as("no word is lost").contains("By Ann");
    }

    @Test
    void emptyParagraphsGoAndPicturesStay() {
        var item =
                Wires.only(
                        Wires.g2Xhtml(
                                FILED,
                                "<p>&#160;</p><p><img src=\"https://a.example/b.png\"/></p><p/>"));
        assertThat(item.body()).isEqualTo("<p><img src=\"https://a.example/b.png\"></p>");
    }

    @Test
    void paragraphsOfPlainTextAreSetApartByBlankLinesOrIndents() {
        assertThat(plain("One\nand on.\n\nTwo.")).isEqualTo("<p>One\nand on.</p>\n<p>Two.</p>");
        assertThat(plain("   One\nand on.\n   Two.")).isEqualTo("<p>One\nand on.</p>\n<p>Two.</p>");
        assertThat(plain("Caf&amp;eacute;\n\nTwo.")).isEqualTo("<p>Café</p>\n<p>Two.</p>");
        assertThat(plain("<![CDATA[<p>One</p><p>Two</p>]]>")).isEqualTo("<p>One</p><p>Two</p>");
    }

    @Test
    void linesOfResultsStayLines() {
        var results =
                """
                NORNE (PW) - Results of Monday
                Norne  2 Vantry 0
                 Lowfield 1 Porto 1
                """;
        assertThat(plain(results))
                .isEqualTo("<p>Results of Monday<br>Norne  2 Vantry 0<br>Lowfield 1 Porto 1</p>");
        assertThat(Wires.only(Wires.g2Xhtml(FILED, "<p>" + results + "</p>")).body())
                .isEqualTo("<p>Results of Monday<br>Norne  2 Vantry 0<br>Lowfield 1 Porto 1</p>");
        var prose = "The ferry leaves at two and comes back at four, as it has done\n".repeat(3);
        assertThat(plain(prose + "for years.")).doesNotContain("<br>");
    }

    @Test
    void xhtmlWithoutElementsIsPlainText() {
        assertThat(Wires.only(Wires.g2Xhtml(FILED, "One.\n\nTwo &amp; three.")).body())
                .isEqualTo("<p>One.</p>\n<p>Two &amp; three.</p>");
    }

    private static String plain(String text) {
        return Wires.only(
                        Wires.g2(
                                "",
                                FILED,
                                "<inlineData contenttype=\"text/plain\">" + text + "</inlineData>"))
                .body();
    }
}
