package galley.ingest.wire;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import galley.events.Dateline;
import galley.events.ItemMedia;
import galley.events.MediaKind;
import galley.events.Subject;

import static org.assertj.core.api.Assertions.assertThat;

class NitfReaderTest {

    @Test
    void aStoryHasAllThatTheStandardHasAFieldFor() {
        var reading = Wires.sample("nitf-story.xml");
        assertThat(reading.format()).isEqualTo("nitf");
        var story = Wires.only(reading);
        assertThat(story.guid()).isEqualTo("fjord-47");
        assertThat(story.version()).isEqualTo("48");
        assertThat(story.type()).isEqualTo("text");
        assertThat(story.pubStatus()).isEqualTo("usable");
        assertThat(story.urgency()).isEqualTo(5);
        assertThat(story.priority()).isNull();
        assertThat(story.headline()).isEqualTo("Bokbåten er tilbake");
        assertThat(story.summary())
                .isEqualTo("<p>Ni havner på ruten</p>\n<p>Etter to år er den på vei.</p>");
        assertThat(story.slugline()).isEqualTo("bokbåt-hylle");
        assertThat(story.byline()).isEqualTo("Av Kari Vik");
        assertThat(story.authors()).containsExactly("Kari Vik");
        assertThat(story.credit()).isEqualTo("Fjord");
        assertThat(story.dateline()).isEqualTo(new Dateline("Bergen", null, null, "Bergen"));
        assertThat(story.language()).isEqualTo("nb-NO");
        assertThat(story.keywords()).containsExactly("bøker", "båter");
        assertThat(story.places()).containsExactly("Vestland");
        assertThat(story.subjects())
                .containsExactly(
                        new Subject(Catalog.SUBJECT_CODES, "01000000", "Kultur"),
                        new Subject(Catalog.SUBJECT_CODES, "01012000", "Litteratur"),
                        new Subject("Fjord", "F02", "Kyst"));
        assertThat(story.usageTerms())
                .isEqualTo("Redaksjonell bruk. Ikke arkiv. © 2026 Fjord Nyhetsbyrå");
        assertThat(story.firstCreated()).isEqualTo("2026-05-20T12:45:26Z");
        assertThat(story.versionCreated()).isEqualTo("2026-05-20T12:45:26Z");
        assertThat(story.expiresAt()).isEqualTo("2026-06-19T12:45:26Z");
    }

    @Test
    void theBlocksOfNitfBecomeHtml() {
        assertThat(Wires.only(Wires.sample("nitf-story.xml")).body())
                .containsSubsequence(
                        "<figure><img src=\"https://fjord.example/b.jpg\" alt=\"En blå"
                                + " båt\"><figcaption><p>Båten ved"
                                + " <em>kaia</em>.</p></figcaption></figure>",
                        "<p>Bokbåten seiler igjen fra Bergen.</p>",
                        "<h2>Slik går ruten</h2>",
                        "<p>Den går <strong>hver</strong> uke, med 2<sup>3</sup> tonn bøker og 100"
                                + " kr i avgift.<br>Se <a"
                                + " href=\"https://fjord.example/rute\">ruten</a>.</p>",
                        "<ul><li>Bergen</li><li>Florø</li></ul>",
                        "<blockquote><p>Vi leser mer nå.</p><cite>Kapteinen</cite></blockquote>",
                        "<table><tbody><tr><th>Havn</th><th>Dag</th></tr>",
                        "<p>Ola Nes bidro.</p>");
    }

    @Test
    void whatIsForEditorsIsNotForReaders() {
        var story = Wires.only(Wires.sample("nitf-story.xml"));
        assertThat(story.editorialNote())
                .isEqualTo("Nytt bilde. Ikke for radio. Sjekk navnet på kapteinen.");
        assertThat(story.body()).doesNotContain("kapteinen", "radio");
    }

    @Test
    void mediaHaveTheirCaptionAndCreditAndAnAddress() {
        assertThat(Wires.only(Wires.sample("nitf-story.xml")).media())
                .containsExactly(
                        new ItemMedia(
                                MediaKind.IMAGE,
                                "https://fjord.example/b.jpg",
                                null,
                                "Båten ved kaia.",
                                "En blå båt",
                                "Per Foto"),
                        new ItemMedia(
                                MediaKind.VIDEO,
                                "https://fjord.example/b.mp4",
                                null,
                                null,
                                null,
                                null));
    }

    @Test
    void aNamespaceADoctypeAndARepeatedHeadlineChangeNothing() {
        var story = Wires.only(Wires.sample("nitf-agency.xml"));
        assertThat(story.headline()).isEqualTo("High tide comes earlier");
        assertThat(story.summary()).isNull();
        assertThat(story.slugline()).isEqualTo("Harbor-Tides");
        assertThat(story.byline()).isEqualTo("By ANN QUAY");
        assertThat(story.urgency()).as("0 is no urgency").isNull();
        assertThat(story.editorialNote()).isEqualTo("Corrects the time of high tide");
        assertThat(story.dateline())
                .isEqualTo(
                        new Dateline(
                                "NEWPORT NEWS, Va.",
                                LocalDate.of(2026, 5, 20),
                                "PW",
                                "NEWPORT NEWS, Va. (PW) —"));
        assertThat(story.body()).startsWith("<p>The tide keeps no office hours.</p>");
    }

    @ParameterizedTest
    @CsvSource({
        "usable, 20260520T200000Z, usable, 2026-05-20T20:00:00Z",
        "usable, 20260520T190000Z, usable,",
        "embargoed, 20260520T190000Z, usable, 2026-05-20T19:00:00Z",
        "embargoed,, withheld,",
        "withheld,, withheld,",
        ",, usable,"
    })
    void aReleaseAfterTheIssueIsAnEmbargo(
            String management, String release, String status, String embargo) {
        var docdata =
                "<date.issue norm=\"20260520T190000Z\"/>"
                        + (release == null ? "" : "<date.release norm=\"" + release + "\"/>");
        var xml = Wires.nitf(docdata, "", "<p>Text.</p>");
        var item =
                Wires.only(
                        management == null
                                ? xml
                                : xml.replace(
                                        "<docdata>",
                                        "<docdata management-status=\"" + management + "\">"));
        assertThat(item.pubStatus()).isEqualTo(status);
        assertThat(item.embargoedUntil())
                .isEqualTo(embargo == null ? null : Instant.parse(embargo));
    }

    @Test
    void theDayOfFilingIsThatOfItsOwnZone() {
        assertThat(filedOn("20260520T000000+0200")).isEqualTo(LocalDate.of(2026, 5, 20));
        assertThat(filedOn("20261320")).isNull();
    }

    private static LocalDate filedOn(String norm) {
        var dateline =
                "<dateline><location>Norne</location><story.date norm=\"%s\"/></dateline>"
                        .formatted(norm);
        return Wires.only(Wires.nitf("", dateline, "<p>a</p>")).dateline().date();
    }

    @Test
    void aDocumentMayTakeBackAnother() {
        var reading = Wires.sample("nitf-cancel.xml");
        assertThat(reading.entries()).hasSize(2);
        assertThat(Wires.item(reading, 1).pubStatus()).isEqualTo("usable");
        var cancel = Wires.item(reading, 2);
        assertThat(cancel.guid()).isEqualTo(Wires.only(Wires.sample("nitf-agency.xml")).guid());
        assertThat(cancel.pubStatus()).isEqualTo("canceled");
        assertThat(cancel.proposals())
                .extracting("evidence")
                .containsExactly(
                        "status: canceled. Kill the tide story: the table was last year's.");
    }

    @Test
    void aDocumentMayTakeBackItself() {
        var xml =
                "<nitf><head><docdata management-status=\"canceled\"><doc-id id-string=\"n1\"/>"
                        + "</docdata></head><body/></nitf>";
        assertThat(Wires.only(xml).pubStatus()).isEqualTo("canceled");
        assertThat(Wires.only(xml).guid()).isEqualTo("n1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>a</p>text<p>b</p>             | <p>a</p><p>text</p><p>b</p>",
                "<hl1>One</hl1><p>a</p>           | <h2>One</h2><p>a</p>",
                "<p><frac><numer>1</numer><denom>2</denom></frac> m</p> | <p>1/2 m</p>",
                "<p><frac><numer>1</numer><frac-sep>:</frac-sep><denom>2</denom></frac></p> |"
                        + " <p>1:2</p>",
                "<p><lang iso-lang='fr'>oui</lang></p> | <p><span lang=\"fr\">oui</span></p>",
                "<p><em class='underscore'>a</em> <q>b</q></p> | <p><u>a</u> <q>b</q></p>",
                "<pre>a  b</pre>                  | <pre>a  b</pre>",
                "<dl><dt>a</dt><dd>b</dd></dl>    | <dl><dt>a</dt><dd>b</dd></dl>",
                "<ol><li>a</li></ol><hr/>         | <ol><li>a</li></ol><hr>",
                "<fn><body.content><p>a</p></body.content></fn> | <p>a</p>",
                "<datasource>Office</datasource>  | <p>Office</p>",
                "<unknown.block>a</unknown.block> | <p><span>a</span></p>",
                "One.                             | <p>One.</p>"
            })
    void everyElementOfATextHasItsPlaceInHtml(String content, String html) {
        assertThat(Wires.only(Wires.nitf("", "", content)).body()).isEqualTo(html);
    }
}
