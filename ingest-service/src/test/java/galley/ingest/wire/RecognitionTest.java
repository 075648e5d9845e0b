package galley.ingest.wire;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.ingest.format.Formats;
import galley.ingest.format.RawDocument;
import galley.ingest.format.UnreadableDocumentException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The root element says what a document is, whatever the sender says. */
class RecognitionTest {
    private static final String HEADLINE = "<contentMeta><headline>A</headline></contentMeta>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'>  | </newsItem>",
                "<newsItem>                                              | </newsItem>",
                "<n:newsItem xmlns:n='http://iptc.org/std/nar/2006-10-01/' xmlns='urn:x'> |"
                        + " </n:newsItem>",
                "<newsItem xmlns=\"http://www.iptc.org/std/nar/2006-10-01/\"> | </newsItem>",
                "<?xml version='1.1'?><!-- <rss> --><newsItem a='1'>     | </newsItem>",
                "<newsMessage><itemSet><newsItem>             | </newsItem></itemSet></newsMessage>"
            })
    void newsmlG2(String start, String end) {
        var reading = Wires.read(start + prefixed(start) + end);
        assertThat(reading.format()).isEqualTo("newsml-g2");
        assertThat(Wires.only(reading).headline()).isEqualTo("A");
    }

    private static String prefixed(String start) {
        return start.startsWith("<n:")
                ? HEADLINE.replace("<", "<n:").replace("<n:/", "</n:")
                : HEADLINE;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<NewsML Version=\"1.2\">",
                "<NewsML xmlns=\"http://iptc.org/std/NewsML/2003-10-10/\">",
                "<!DOCTYPE NewsML SYSTEM"
                        + " \"http://www.iptc.org/NewsML/DTD/1.0/NewsMLv1.0.dtd\"><NewsML>"
            })
    void newsml1(String start) {
        var xml =
                start
                        + "<NewsItem><NewsComponent><NewsLines><HeadLine>A</HeadLine></NewsLines>"
                        + "</NewsComponent></NewsItem></NewsML>";
        assertThat(Wires.read(xml).format()).isEqualTo("newsml-1");
        assertThat(Wires.only(xml).headline()).isEqualTo("A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<nitf>",
                "<nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\">",
                "<!DOCTYPE nitf PUBLIC \"-//IPTC//DTD NITF 3.3//EN\" \"nitf-3-3.dtd\"><nitf>",
                "\uFEFF<?xml version=\"1.0\"?>\n<nitf version=\"-//IPTC//DTD NITF 3.1//EN\">"
            })
    void nitf(String start) {
        var xml =
                start
                        + "<body><body.head><hedline><hl1>A</hl1></hedline></body.head></body></nitf>";
        assertThat(Wires.read(xml).format()).isEqualTo("nitf");
        assertThat(Wires.only(xml).headline()).isEqualTo("A");
    }

    @Test
    void feedsStayFeeds() {
        assertThat(
                        Wires.read("<rss><channel><item><title>A</title></item></channel></rss>")
                                .format())
                .isEqualTo("rss");
        assertThat(
                        Wires.read(
                                        "<feed"
                                            + " xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>A"
                                            + "</title></entry></feed>")
                                .format())
                .isEqualTo("atom");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<newsItem xmlns=\"https://shop.example/ns\"/>",
                "<nitf:nitf xmlns:nitf=\"https://shop.example/ns\"/>",
                "<contentSet xmlns=\"http://iptc.org/std/nar/2006-10-01/\"/>",
                "<html><nitf/></html>"
            })
    void othersAreNone(String xml) {
        var document =
                new RawDocument(
                        xml.getBytes(StandardCharsets.UTF_8),
                        "application/vnd.iptc.g2.newsitem+xml",
                        Wires.ADDRESS);
        assertThatExceptionOfType(UnreadableDocumentException.class)
                .isThrownBy(() -> Wires.FORMATS.read(document, Formats.AUTO))
                .withMessageContaining("neither atom nor newsml-1 nor newsml-g2 nor nitf nor rss");
    }

    @Test
    void aMessageWithoutItemsHasNoEntries() {
        assertThat(Wires.read("<newsMessage><header/><itemSet/></newsMessage>").entries())
                .isEmpty();
        assertThat(Wires.read("<NewsML><NewsEnvelope/></NewsML>").entries()).isEmpty();
    }
}
