package galley.ingest.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.events.ItemContent;
import galley.ingest.format.Reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Wire reports that are written to keep their reader busy, to make it fall over or to reach out.
 */
class HostileWireTest {
    private static final int MUCH = 10_000;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(strings = {"newsItem", "NewsML", "nitf"})
    void entitiesBringNothingInAndBlowNothingUp(String root) {
        var bomb =
                """
                <!DOCTYPE %s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">
                <!ENTITY file SYSTEM "file:///etc/passwd">
                <!ENTITY %% remote SYSTEM "http://127.0.0.1:1/x.dtd"> %%remote;]>
                """
                        .formatted(root);
        var text = "Laugh: &a; &d; &file;";
        var xml =
                switch (root) {
                    case "newsItem" -> Wires.g2("", "<headline>" + text + "</headline>", "");
                    case "NewsML" ->
                            Wires.newsml1(
                                    "",
                                    "<NewsComponent><NewsLines><HeadLine>"
                                            + text
                                            + "</HeadLine></NewsLines></NewsComponent>");
                    default -> Wires.nitf("", "", "<p>a</p>").replace("A headline", text);
                };
        var plain = xml.replace("<?xml version=\"1.0\"?>\n", "");
        assertThat(read(bomb + plain))
                .satisfies(
                        reading ->
                                assertThat(Wires.only(reading).headline())
                                        .isEqualTo("Laugh: ha &d; &file;"));
    }

    static Stream<Arguments> deep() {
        var elements = Stream.of("block", "p", "table><tr><td", "ul><li", "bq", "em", "div", "x:y");
        return elements.flatMap(
                element -> Stream.of(arguments(element, 200), arguments(element, MUCH / 2)));
    }

    @ParameterizedTest
    @MethodSource("deep")
    void nestingHasNoBottom(String element, int depth) {
        var open = "<" + element + ">";
        var item =
                Wires.only(
                        read(
                                Wires.nitf(
                                        "",
                                        "",
                                        open.repeat(depth) + "the end" + close(element, depth))));
        assertThat(item.body()).contains("the end");
    }

    private static String close(String element, int depth) {
        var names = element.split("><", -1);
        var close = new StringBuilder();
        for (int i = names.length - 1; i >= 0; i--) {
            close.append("</").append(names[i]).append(">");
        }
        return close.toString().repeat(depth);
    }

    @Test
    void componentsInComponentsAndGroupsInGroupsHaveNoBottom() {
        var components =
                "<NewsComponent>".repeat(MUCH)
                        + "<NewsLines><HeadLine>A</HeadLine></NewsLines>"
                        + "</NewsComponent>".repeat(MUCH);
        assertThat(read(Wires.newsml1("", components)).entries()).hasSize(1);
        var groups = new StringBuilder();
        for (int i = 0; i < MUCH; i++) {
            groups.append(
                    "<group id=\"g%d\"><groupRef idref=\"g%d\"/></group>".formatted(i, i + 1));
        }
        var chain =
                "<packageItem guid=\"p\"><contentMeta><headline>A</headline></contentMeta>"
                        + "<groupSet root=\"g0\">"
                        + groups
                        + "</groupSet></packageItem>";
        assertThat(read(chain).entries()).hasSize(1);
    }

    static Stream<Arguments> many() {
        return Stream.of(
                arguments(
                        "a title of ten megabytes",
                        "<headline>" + "a ".repeat(5_000_000) + "</headline>",
                        ""),
                arguments(
                        "a title of brackets",
                        "<headline>" + "&lt;a ".repeat(MUCH) + "</headline>",
                        ""),
                arguments("subjects", "<subject literal=\"a\"/>".repeat(MUCH * 2), ""),
                arguments("creators", "<creator><name>A B</name></creator>".repeat(MUCH * 2), ""),
                arguments("descriptions", "<description>a</description>".repeat(MUCH), ""),
                arguments(
                        "a dateline of blanks",
                        "<dateline>A" + " ".repeat(MUCH * 10) + "(</dateline>",
                        ""),
                arguments(
                        "a dateline of commas",
                        "<dateline>" + "A, ".repeat(MUCH * 10) + "</dateline>",
                        ""),
                arguments(
                        "a dateline of marks",
                        "<dateline>A" + ",".repeat(MUCH * 10) + "-B</dateline>",
                        ""),
                arguments("a byline of marks", "<by>" + ",".repeat(MUCH * 10) + "a</by>", ""),
                arguments(
                        "renditions",
                        "",
                        "<remoteContent href=\"https://a.example/a.jpg\"/>".repeat(MUCH)),
                arguments("texts", "", "<inlineData>a</inlineData>".repeat(MUCH)),
                arguments(
                        "blank lines",
                        "",
                        "<inlineData>a" + "\n ".repeat(MUCH * 10) + "b</inlineData>"),
                arguments("indents", "", "<inlineData>a" + "\n  b".repeat(MUCH) + "</inlineData>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("many")
    void muchOfAnythingIsReadInBoundedTime(String name, String contentMeta, String contentSet) {
        var xml = Wires.g2("", contentMeta + "<headline>A</headline>", contentSet);
        assertThat(read(xml).entries()).hasSize(1);
    }

    @Test
    void manyLinksAndManyItemsAreReadInBoundedTime() {
        var links = new StringBuilder();
        for (int i = 0; i < MUCH; i++) {
            links.append(
                    "<link contenttype=\"image/jpeg\" href=\"https://a.example/%d.jpg\"/>"
                            .formatted(i));
        }
        assertThat(read(Wires.g2(links.toString(), "<headline>A</headline>", "")).entries())
                .hasSize(1);
        var items =
                new StringBuilder(
                        "<newsMessage><itemSet><packageItem guid=\"p\"><groupSet root=\"r\"><group"
                                + " id=\"r\">");
        for (int i = 0; i < 1_000; i++) {
            items.append("<itemRef residref=\"i%d\"/>".formatted(i));
        }
        items.append("</group></groupSet></packageItem>");
        for (int i = 0; i < 1_000; i++) {
            items.append(
                    "<newsItem guid=\"i%d\"><contentMeta><headline>A</headline></contentMeta></newsItem>"
                            .formatted(i));
        }
        assertThat(read(items.append("</itemSet></newsMessage>").toString()).entries())
                .hasSize(1_001);
    }

    @Test
    void htmlOfMoreElementsThanAnyTextIsRefusedWhereverItStands() {
        var html = "<![CDATA[" + "<b>a".repeat(50_001) + "]]>";
        for (var document :
                List.of(
                        Wires.g2("", "", "<inlineXML>" + html + "</inlineXML>"),
                        Wires.g2("", "<headline>" + html + "</headline>", ""))) {
            assertThat(read(document).entries())
                    .singleElement()
                    .extracting("reason")
                    .isEqualTo("The text has more than 50000 elements.");
        }
    }

    @Test
    void invalidUtf8IsReadAllTheSame() {
        var bytes = Wires.nitf("", "", "<p>a~~~b</p>").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '~' ? (byte) 0xFF : bytes[i];
        }
        assertThat(Wires.only(Wires.read(bytes)).body()).startsWith("<p>a").endsWith("b</p>");
    }

    @Test
    void nothingActsWhereverItStands() {
        var script = "<script>alert(1)</script>";
        var act = "&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;";
        var item =
                Wires.only(
                        Wires.g2(
                                "<edNote>" + act + script + "</edNote>",
                                "<headline>H"
                                        + act
                                        + "</headline><slugline>S"
                                        + act
                                        + "</slugline>"
                                        + "<by>B"
                                        + act
                                        + "</by><creditline>C"
                                        + act
                                        + "</creditline>"
                                        + "<dateline>D"
                                        + act
                                        + "</dateline><keyword>K"
                                        + act
                                        + "</keyword>"
                                        + "<subject qcode=\"a:javascript:1\"><name>N"
                                        + act
                                        + "</name></subject>"
                                        + "<description>T"
                                        + act
                                        + script
                                        + "</description>",
                                "<inlineXML><html xmlns=\"http://www.w3.org/1999/xhtml\"><body"
                                        + " onload=\"a()\"><p onclick=\"a()\" style=\"x\">P"
                                        + script
                                        + "</p><a href=\"javascript:alert(1)\">J</a><iframe"
                                        + " src=\"javascript:a()\"/>"
                                        + "<svg><script>alert(1)</script></svg></body></html></inlineXML><remoteContent"
                                        + " contenttype=\"image/jpeg\""
                                        + " href=\"javascript:a//b.jpg\"/>"));
        assertHarmless(item);
        assertThat(item.headline()).isEqualTo("H");
        assertThat(item.media()).isEmpty();
        var nitf =
                Wires.only(
                        Wires.nitf(
                                "",
                                "<abstract>" + script + "<p>A</p></abstract>",
                                "<p>P</p><media media-type=\"image\"><media-reference"
                                        + " source=\"https://a.example/b.jpg&quot;"
                                        + " onerror=&quot;alert(1).jpg\"/><media-caption>"
                                        + act
                                        + script
                                        + "C</media-caption></media>"));
        assertHarmless(nitf);
    }

    private static void assertHarmless(ItemContent item) {
        var texts =
                Stream.of(item.headline(), item.slugline(), item.byline(), item.credit())
                        .filter(Objects::nonNull);
        assertThat(Stream.concat(texts, item.keywords().stream()))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).doesNotContain("<", "alert"));
        assertThat(item.dateline() == null ? "" : item.dateline().text()).doesNotContain("alert");
        for (var html : new String[] {item.body(), Objects.toString(item.summary(), "")}) {
            var body = Jsoup.parseBodyFragment(html).body();
            assertThat(body.select("script, svg, iframe, [style], [onclick], [onerror], [onload]"))
                    .isEmpty();
            assertThat(body.select("[href], [src]"))
                    .allSatisfy(
                            one ->
                                    assertThat(one.attr("href") + one.attr("src"))
                                            .startsWith("https://"));
        }
    }

    private static Reading read(String xml) {
        return assertTimeoutPreemptively(LONG_ENOUGH, () -> Wires.read(xml));
    }
}
