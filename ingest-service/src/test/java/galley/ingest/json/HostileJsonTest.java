package galley.ingest.json;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.ingest.format.Formats;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Reading;
import galley.ingest.format.Readings;
import galley.ingest.format.UnreadableDocumentException;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** JSON that is written to keep its reader busy, or to make it fall over. */
class HostileJsonTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);
    private static final int DEEP = 100_000;
    private static final int MUCH = 10_000_000;
    private static final Formats FORMATS =
            new Formats(List.of(new JsonFeedReader(), new NinjsReader()));
    private static final String SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>";

    static Stream<Arguments> members() {
        return Stream.of(
                arguments("lists in lists", "'x': " + "[".repeat(DEEP) + "]".repeat(DEEP)),
                arguments(
                        "objects in objects",
                        "'x': " + "{'x':".repeat(DEEP) + "1" + "}".repeat(DEEP)),
                arguments("a number of many digits", "'x': " + "9".repeat(MUCH)),
                arguments("a number of many zeros", "'urgency': 1e" + "9".repeat(9)),
                arguments(
                        "one name again and again", "'title': 'A',".repeat(MUCH / 100) + "'x': 1"),
                arguments("a name without end", "'" + "x".repeat(MUCH) + "': 1"),
                arguments("a title without end", "'title': '" + "x".repeat(MUCH) + "'"),
                arguments("a title of tags", "'title': '" + "<b>x".repeat(MUCH / 200) + "'"),
                arguments("a title of signs", "'title': '" + "&<".repeat(MUCH / 200) + "'"),
                arguments(
                        "elements in elements",
                        "'content_html': '" + "<div>".repeat(MUCH / 1000) + "'"),
                arguments("a language of parts", "'language': 'aa" + "-a".repeat(DEEP) + "'"),
                arguments("a date of blanks", "'date_published': '1 May" + " ".repeat(DEEP) + "'"),
                arguments("an address of dots", "'url': '/" + "../".repeat(DEEP) + "'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json-feed", "ninjs"})
    void whatIsNoJsonIsSaidSoWhateverItsSourceSays(String format) {
        var document =
                new RawDocument(
                        "<html>Sorry</html>".getBytes(UTF_8),
                        null,
                        URI.create("https://tide-letter.example/"));
        assertThatThrownBy(() -> FORMATS.read(document, format))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessage("The document is no JSON.");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("members")
    void anEntryIsReadInBoundedTimeAndSpoilsNoOther(String name, String hostile) {
        var feed =
                "{'version': 'https://jsonfeed.org/version/1.1', 'items': ["
                        + "{'id': 'good', 'title': 'Good'},"
                        + "{'id': 'bad', 'title': 'Bad', "
                        + hostile
                        + "}, {'id': 'last', 'title': 'Last'}]}";
        var reading = assertTimeoutPreemptively(LONG_ENOUGH, () -> read(feed.replace('\'', '"')));
        assertThat(Readings.items(reading)).extracting("identity").contains("good", "last");
        assertThat(reading.entries()).hasSize(3);
        assertThat(reading.whole()).isTrue();
    }

    @Test
    void aDocumentOfMoreListsThanMemoryCanHoldGivesWhatStandsBefore() {
        var feed =
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": ["
                        + "{\"id\": \"good\", \"title\": \"Good\"}, {\"x\": "
                        + "[".repeat(MUCH);
        var reading = assertTimeoutPreemptively(LONG_ENOUGH, () -> read(feed));
        assertThat(Readings.items(reading)).extracting("identity").containsExactly("good");
        assertThat(reading.whole()).isFalse();
    }

    @Test
    void aDocumentOfMoreValuesThanMemoryCanHoldGivesWhatStandsBefore() {
        var feed =
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": ["
                        + "{\"id\": \"good\", \"title\": \"Good\"}, {\"x\": ["
                        + "{},".repeat(MUCH / 5)
                        + "{}]}]}";
        var reading = assertTimeoutPreemptively(LONG_ENOUGH, () -> read(feed));
        assertThat(Readings.items(reading)).extracting("identity").containsExactly("good");
        assertThat(reading.whole()).isFalse();
    }

    @Test
    void aFeedOfMoreEntriesThanAnyNewsroomWritesIsRefusedWithAReason() {
        var items = "{\"uri\": \"urn:a\", \"slugline\": \"s\"},".repeat(10_001);
        var raw = new RawDocument(("[" + items + "{}]").getBytes(UTF_8), null, Readings.ADDRESS);
        assertThatExceptionOfType(UnreadableDocumentException.class)
                .isThrownBy(() -> FORMATS.read(raw, Formats.AUTO))
                .withMessage("The document has more than 10000 entries.");
    }

    @Test
    void bytesThatAreNoUtf8AndHalvesOfCharactersLeaveTheRest() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(
                "{\"uri\": \"urn:a\", \"slugline\": \"s\", \"headline\": \"Mar".getBytes(UTF_8));
        bytes.write(0xE9);
        bytes.writeBytes(
                " \\uDC00\\u0000alta\", \"body_html\": \"<p>\\uD800b</p>\"}".getBytes(UTF_8));
        var content = Readings.only(Readings.read(FORMATS, bytes.toByteArray(), null));
        assertThat(content.headline()).isEqualTo("Maré alta");
        assertThat(content.body()).isEqualTo("<p>b</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'version': 'https://jsonfeed.org/version/1.1', 'language': '#', 'authors':"
                    + " [{'name': '#'}], 'items': [{'id': '1', 'title': 'A#', 'content_html': 'b#',"
                    + " 'summary': 'c#', 'tags': ['#', 'd#'], 'image': 'javascript:#', 'url':"
                    + " 'javascript:#', 'date_published': '#', 'attachments': [{'url':"
                    + " 'javascript:#', 'title': '#'}]}]}",
                "{'uri': '1', 'type': '#', 'pubstatus': '#', 'headline': 'A#', 'body_html': 'b#',"
                    + " 'description_text': 'c#', 'byline': 'd#', 'located': 'e#', 'ednote': 'f#',"
                    + " 'usageterms': 'g#', 'slugline': 'h#', 'language': '#', 'subject': [{'name':"
                    + " 'i#'}], 'place': [{'name': 'j#'}], 'source': 'k#', 'associations': {'#':"
                    + " {'type': 'picture', 'headline': 'l#', 'byline': 'm#', 'description_html':"
                    + " 'n#', 'body_text': 'o#', 'renditions': {'#': {'href': '/p.jpg', 'mimetype':"
                    + " '#'}}}}}"
            })
    void noScriptComesThroughAnywhere(String document) {
        var json = document.replace('\'', '"').replace("#", SCRIPT);
        var content = Readings.only(read(json));
        assertThat(content.toString()).doesNotContain("<script", "onerror", "javascript:");
        assertThat(content.headline()).isEqualTo("A");
    }

    private static Reading read(String json) {
        return Readings.read(FORMATS, json.getBytes(UTF_8), "application/json");
    }
}
