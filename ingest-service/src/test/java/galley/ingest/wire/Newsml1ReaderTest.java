package galley.ingest.wire;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import galley.events.Dateline;
import galley.events.ItemMedia;
import galley.events.MediaKind;
import galley.events.Subject;

import static org.assertj.core.api.Assertions.assertThat;

class Newsml1ReaderTest {

    @Test
    void aTextHasAllThatTheStandardHasAFieldFor() {
        var reading = Wires.sample("newsml1-text.xml");
        assertThat(reading.format()).isEqualTo("newsml-1");
        var text = Wires.only(reading);
        assertThat(text.guid()).isEqualTo("urn:newsml:baie.example:20260520T135002Z:TX-PAR-FXW86");
        assertThat(text.version()).isEqualTo("2");
        assertThat(text.type()).isEqualTo("text");
        assertThat(text.pubStatus()).isEqualTo("usable");
        assertThat(text.urgency()).isEqualTo(5);
        assertThat(text.priority()).isEqualTo(4);
        assertThat(text.headline()).isEqualTo("Lighthouse keepers return to Norne");
        assertThat(text.summary()).isEqualTo("<p>A lamp needs hands</p>");
        assertThat(text.slugline()).isEqualTo("Norne-lighthouse");
        assertThat(text.authors()).containsExactly("Ines Prado with Luc Roy in Brest");
        assertThat(text.dateline())
                .isEqualTo(
                        new Dateline(
                                "Norne",
                                LocalDate.of(2026, 5, 20),
                                "BAIE",
                                "Norne, May 20, 2026 (BAIE) -"));
        assertThat(text.language()).isEqualTo("en");
        assertThat(text.keywords()).containsExactly("lighthouse", "keepers", "lamps");
        assertThat(text.places()).containsExactly("Finistère");
        assertThat(text.credit()).isEqualTo("BAIE");
        assertThat(text.usageTerms()).isEqualTo("NO ARCHIVAL USE. © 2026 BAIE");
        assertThat(text.editorialNote()).isEqualTo("ADDS quote from the keeper");
        assertThat(text.firstCreated()).isEqualTo("2026-05-20T13:49:51Z");
        assertThat(text.versionCreated()).isEqualTo("2026-05-20T14:02:11Z");
        assertThat(text.expiresAt()).isEqualTo("2026-06-20T00:00:00Z");
    }

    @Test
    void subjectCodesAreOfTheIptcUnlessTheySayOtherwise() {
        assertThat(Wires.only(Wires.sample("newsml1-text.xml")).subjects())
                .containsExactly(
                        new Subject(Catalog.SUBJECT_CODES, "13000000", null),
                        new Subject(Catalog.SUBJECT_CODES, "04015001", null),
                        new Subject("urn:newsml:baie.example:20090407:Desks", "COA", null));
        assertThat(Wires.item(Wires.sample("newsml1-release.xml"), 1).subjects())
                .containsExactly(new Subject(Catalog.SUBJECT_CODES, "04000000", "Economy"));
    }

    @Test
    void theTextIsHtmlWithoutIndentsAndEmptyParagraphs() {
        assertThat(Wires.only(Wires.sample("newsml1-text.xml")).body().lines())
                .filteredOn(line -> !line.isBlank())
                .containsExactly(
                        "<p>Two keepers have moved into the lighthouse of Norne. </p>",
                        "<h2>- 'Grave weather' -</h2>",
                        "<p>\"The lamp asks for company,\" one of them said.</p>",
                        "<p>hh/ph/ts</p>");
    }

    @Test
    void aPictureHasItsCaptionAndOneRendition() {
        var picture = Wires.only(Wires.sample("newsml1-photo.xml"));
        assertThat(picture.type()).isEqualTo("picture");
        assertThat(picture.body()).isEmpty();
        assertThat(picture.summary())
                .isEqualTo("<p>The lamp of Norne at night. BAIE PHOTO / LUC ROY</p>");
        assertThat(picture.media())
                .containsExactly(
                        new ItemMedia(
                                MediaKind.IMAGE,
                                "https://baie.example/DV22-preview.jpg",
                                "A lamp at Norne",
                                "The lamp of Norne at night. BAIE PHOTO / LUC ROY",
                                null,
                                "LUC ROY / BAIE"));
    }

    @Test
    void ofSeveralLanguagesTheItemsOwnIsReadLeadAndBodyInOrder() {
        var text = Wires.only(Wires.sample("newsml1-bilingual.xml"));
        assertThat(text.language()).isEqualTo("nl");
        assertThat(text.headline()).isEqualTo("Brug over de delta opent vrijdag");
        assertThat(text.body())
                .isEqualTo("<p>De brug is klaar.</p><p>Vrijdag mogen <b>fietsers</b> erover.</p>");
        assertThat(text.keywords()).containsExactly("BRUG", "VERKEER", "DELTA");
        assertThat(text.places()).containsExactly("OOSTWAL");
        assertThat(text.media())
                .extracting(ItemMedia::url)
                .containsExactly("https://wire.example/out/brug.jpeg");
    }

    @Test
    void ofAlternativesTheOneWithTheMostStructureIsRead() {
        var release = Wires.item(Wires.sample("newsml1-release.xml"), 1);
        assertThat(release.headline()).isEqualTo("Annual report of the Ferry & Tram Company");
        assertThat(release.body())
                .isEqualTo(
                        "<p>The year was <b>calm</b>.</p>\n"
                                + "<ul><li><a href=\"https://releases.example/8/report.pdf\">Report"
                                + "</a></li></ul>");
        assertThat(release.media()).extracting(ItemMedia::kind).containsExactly(MediaKind.DOCUMENT);
        assertThat(release.dateline()).as("a time is no dateline").isNull();
    }

    @Test
    void anEmbargoEndsWhenTheStatusWillChange() {
        var release = Wires.item(Wires.sample("newsml1-release.xml"), 1);
        assertThat(release.pubStatus()).isEqualTo("usable");
        assertThat(release.embargoedUntil()).isEqualTo("2026-05-21T04:00:00Z");
    }

    @Test
    void anEmbargoWithoutAnEndWithholdsTheItem() {
        var item =
                Wires.only(
                        Wires.newsml1(
                                "<Status FormalName=\"Embargoed\"/>",
                                "<NewsComponent><NewsLines><HeadLine>A</HeadLine></NewsLines>"
                                        + "</NewsComponent>"));
        assertThat(item.pubStatus()).isEqualTo("withheld");
        assertThat(item.embargoedUntil()).isNull();
    }

    @Test
    void anUpdateOfPartsIsKeptWithTheReason() {
        assertThat(Wires.reason(Wires.sample("newsml1-release.xml"), 2))
                .isEqualTo("The NewsItem only changes parts of another revision (Update).");
    }

    @Test
    void aCancelNeedsNoComponent() {
        var cancel = Wires.item(Wires.sample("newsml1-release.xml"), 3);
        assertThat(cancel.guid())
                .isEqualTo("urn:newsml:releases.example:20260519:announcement:7-en");
        assertThat(cancel.pubStatus()).isEqualTo("canceled");
        assertThat(cancel.proposals()).extracting("what").containsExactly("cancel");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "urn:newsml:a.example:20260520:17:3        | 3  | urn:newsml:a.example:20260520:17",
                "urn:newsml:a.example:20260520:17:3N       | 3  | urn:newsml:a.example:20260520:17",
                "urn:newsml:a.example:20260520:17:4A       | 3  | urn:newsml:a.example:20260520:17",
                "urn:newsml:a.example:20260520:x:17:3      | 3  |"
                        + " urn:newsml:a.example:20260520:x:17",
                "urn:newsml:a.example:20260520:17          | 3  | urn:newsml:a.example:20260520:17",
                "urn:newsml:a.example:17:3N                | 3  | urn:newsml:a.example:17",
                "urn:newsml:www.a.example                  | 3  | urn:newsml:a.example:20260520:17",
                "                                          | 3  | urn:newsml:a.example:20260520:17",
                "tag:a.example,2026:17                     | 17 | tag:a.example,2026",
                "17-v3                                     | 3  | 17-v3"
            })
    void allRevisionsAreOneItem(String identifier, String revision, String guid) {
        var xml =
                "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>a.example"
                        + "</ProviderId><DateId>20260520</DateId><NewsItemId>17</NewsItemId>"
                        + "<RevisionId PreviousRevision=\"0\">%s</RevisionId>".formatted(revision)
                        + "<PublicIdentifier>%s</PublicIdentifier></NewsIdentifier>"
                                .formatted(identifier == null ? "" : identifier)
                        + "</Identification><NewsComponent><NewsLines><HeadLine>A</HeadLine>"
                        + "</NewsLines></NewsComponent></NewsItem></NewsML>";
        var item = Wires.only(xml);
        assertThat(item.guid()).isEqualTo(guid);
        assertThat(item.version()).isEqualTo(revision);
    }

    @Test
    void partsOfOneBodyStayTogetherAndWhatIsForMachinesGoes() {
        var item =
                Wires.only(
                        Wires.newsml1(
                                "",
                                "<NewsComponent><NewsLines><HeadLine>A</HeadLine></NewsLines>"
                                        + part("StyleSheet", "text/css", "p {margin: 0}")
                                        + part("Main", "text/plain", "One.")
                                        + part("Main", "text/plain", "Two.")
                                        + part("Supporting", "text/plain", "Elsewhere.")
                                        + "</NewsComponent>"));
        assertThat(item.body()).isEqualTo("<p>One.</p><p>Two.</p>");
    }

    private static String part(String role, String type, String text) {
        return "<NewsComponent><Role FormalName=\"%s\"/><ContentItem><MimeType FormalName=\"%s\"/>"
                        .formatted(role, type)
                + "<DataContent>%s</DataContent></ContentItem></NewsComponent>".formatted(text);
    }
}
