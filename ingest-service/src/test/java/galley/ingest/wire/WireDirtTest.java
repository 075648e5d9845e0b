package galley.ingest.wire;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import galley.events.ItemMedia;
import galley.ingest.format.Entry;

import static org.assertj.core.api.Assertions.assertThat;

/** What agencies really send. */
class WireDirtTest {

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8",
        "UTF-8, ISO-8859-1",
        "windows-1252, UTF-8",
        "windows-1252, ISO-8859-1",
        "ISO-8859-15, ISO-8859-15",
        "UTF-16, UTF-16",
        "UTF-16, UTF-8"
    })
    void theBytesTellTheCharsetBetterThanTheDeclaration(String charset, String declared) {
        var xml =
                "<?xml version=\"1.0\" encoding=\"%s\"?>".formatted(declared)
                        + Wires.nitf("", "<byline>Café “Öl”</byline>", "<p>Straße</p>");
        var bytes =
                xml.replace("“", charset.equals("ISO-8859-15") ? "\"" : "“")
                        .replace("”", charset.equals("ISO-8859-15") ? "\"" : "”")
                        .getBytes(Charset.forName(charset));
        var item = Wires.only(Wires.read(bytes));
        assertThat(item.body()).isEqualTo("<p>Straße</p>");
        assertThat(item.byline()).startsWith("Café").contains("Öl");
    }

    @Test
    void aByteThatIsNoUtf8IsReadAsWindowsDid() {
        var bytes = Wires.nitf("", "", "<p>5 ~ a day</p>").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '~' ? (byte) 0xA3 : bytes[i];
        }
        assertThat(Wires.only(Wires.read(bytes)).body()).isEqualTo("<p>5 £ a day</p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ferry &amp; tram                   | Ferry & tram",
                "Ferry & tram                       | Ferry & tram",
                "Caf&eacute; &nbsp; &ndash; now     | Café – now",
                "<![CDATA[ Ferry & <b>tram</b> ]]>  | Ferry & tram",
                "5 &lt; 6                           | 5 < 6",
                "Ferry<br/>tram                     | Ferry tram",
                "The <em>quiet</em> quay            | The quiet quay",
                "&#x201C;Quay&#8221;                | “Quay”"
            })
    void headlinesArePlainText(String headline, String line) {
        var item = Wires.only(Wires.g2("", "<headline>\n  " + headline + "\n</headline>", ""));
        assertThat(item.headline()).isEqualTo(line);
        assertThat(
                        Wires.only(
                                        Wires.newsml1(
                                                "",
                                                "<NewsComponent><NewsLines><HeadLine>"
                                                        + headline
                                                        + "</HeadLine></NewsLines></NewsComponent>"))
                                .headline())
                .isEqualTo(line);
        assertThat(
                        Wires.only(Wires.nitf("", "", "<p>a</p>").replace("A headline", headline))
                                .headline())
                .isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-20T10:00:00+02:00, 2026-05-20T08:00:00Z",
        "2026-05-20T10:00:00.123Z, 2026-05-20T10:00:00Z",
        "2026-05-20T10:00:00, 2026-05-20T10:00:00Z",
        "2026-05-20 10:00:00, 2026-05-20T10:00:00Z",
        "2026-05-20, 2026-05-20T00:00:00Z",
        "20260520T100000+0200, 2026-05-20T08:00:00Z",
        "20260520T100000Z, 2026-05-20T10:00:00Z",
        "20260520T100000, 2026-05-20T10:00:00Z",
        "20260520, 2026-05-20T00:00:00Z"
    })
    void timesAreReadHoweverTheyAreWritten(String text, String time) {
        var meta = "<firstCreated>\n" + text + " </firstCreated>";
        assertThat(Wires.only(Wires.g2(meta, "<headline>A</headline>", "")).firstCreated())
                .isEqualTo(time);
        assertThat(
                        Wires.only(
                                        Wires.newsml1(
                                                "<FirstCreated>" + text + "</FirstCreated>",
                                                "<NewsComponent><NewsLines><HeadLine>A</HeadLine>"
                                                        + "</NewsLines></NewsComponent>"))
                                .firstCreated())
                .isEqualTo(time);
        assertThat(
                        Wires.only(
                                        Wires.nitf(
                                                "<date.issue norm=\"" + text + "\"/>",
                                                "",
                                                "<p>a</p>"))
                                .firstCreated())
                .isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({
        "stat:usable, usable",
        "stat:withheld, withheld",
        "stat:canceled, canceled",
        "Canceled, canceled",
        "cancelled, canceled",
        "http://cv.iptc.org/newscodes/pubstatusg2/canceled, canceled",
        "http://cv.iptc.org/newscodes/pubstatusg2/withheld, withheld",
        "OPEN, usable"
    })
    void theStatusIsWrittenAsACodeAUriOrAWord(String code, String status) {
        var attribute = code.startsWith("http") ? "uri" : "qcode";
        var g2 = Wires.g2("<pubStatus %s=\"%s\"/>".formatted(attribute, code), "", "");
        assertThat(Wires.only(g2.replace("<contentMeta>", "<contentMeta><headline>A</headline>")))
                .extracting("pubStatus")
                .isEqualTo(status);
        var newsml1 =
                Wires.newsml1(
                        "<Status FormalName=\"%s\"/>".formatted(code),
                        "<NewsComponent><NewsLines><HeadLine>A</HeadLine></NewsLines></NewsComponent>");
        assertThat(Wires.only(newsml1).pubStatus()).isEqualTo(status);
    }

    @Test
    void namesOfTheAgencysOwnNamespaceAreItsOwn() {
        var item =
                Wires.only(
                        Wires.g2(
                                "",
                                "<x:headline xmlns:x=\"urn:x\">Not this</x:headline>"
                                        + "<headline>This</headline>",
                                ""));
        assertThat(item.headline()).isEqualTo("This");
    }

    @Test
    void archiveIdsAreNoAddresses() {
        var item =
                Wires.only(
                        Wires.g2(
                                "",
                                "<headline>A</headline>",
                                "<remoteContent contenttype=\"image/jpeg\""
                                    + " href=\"Zv8t3K\"/><remoteContent contenttype=\"image/jpeg\""
                                    + " href=\"tag:x,1:b.jpg\"/><remoteContent"
                                    + " contenttype=\"image/jpeg\" href=\"C:\\a.jpg\"/>"));
        assertThat(item.media()).isEmpty();
    }

    @Test
    void filesBesideTheDocumentHaveItsAddress() {
        var item =
                Wires.only(
                        Wires.g2(
                                "",
                                "<headline>A</headline>",
                                "<remoteContent contenttype=\"image/jpeg\" href=\"./a b.jpg\"/>"));
        assertThat(item.media())
                .extracting(ItemMedia::url)
                .containsExactly("https://wire.example/out/a%20b.jpg");
    }

    @Test
    void aForgottenEndSpoilsNoOtherItem() {
        var reading =
                Wires.read(
                        "<newsMessage><itemSet><newsItem guid=\"a\"><contentMeta><headline>A"
                                + "<newsItem guid=\"b\"><contentMeta><headline>B</headline>"
                                + "</contentMeta></newsItem></itemSet></newsMessage>");
        assertThat(reading.entries()).extracting(Entry::identity).containsExactly("a", "b");
    }

    @Test
    void aDocumentThatBreaksOffLosesOnlyItsLastItem() {
        var reading =
                Wires.read(
                        "<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>A</HeadLine>"
                                + "</NewsLines></NewsComponent></NewsItem><NewsItem><NewsComponent>"
                                + "<NewsLines><HeadLine>B</HeadLine></NewsLines>");
        assertThat(reading.whole()).isFalse();
        assertThat(Wires.item(reading, 1).headline()).isEqualTo("A");
        assertThat(Wires.reason(reading, 2)).contains("breaks off");
    }

    @Test
    void anItemThatSaysNothingIsKeptWithTheReason() {
        assertThat(Wires.reason(Wires.read(Wires.g2("", "", "")), 1))
                .contains("neither headline nor text");
    }
}
