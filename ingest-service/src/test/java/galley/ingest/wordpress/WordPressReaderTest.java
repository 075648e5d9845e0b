package galley.ingest.wordpress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.events.ItemMedia;
import galley.events.MediaKind;
import galley.events.Subject;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Readings;

import static galley.ingest.format.Readings.only;
import static galley.ingest.format.Readings.read;
import static galley.ingest.format.Readings.sample;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class WordPressReaderTest {
    private static final WordPressReader READER = new WordPressReader();

    @Test
    void aPostIsReadWithWhatItEmbeds() {
        var items = Readings.items(read(READER, sample("island-letter.wordpress.json")));
        assertThat(items).hasSize(1);
        var market = items.getFirst().content();
        assertThat(market.guid()).isEqualTo("https://island-letter.example/?post_type=post&p=41");
        assertThat(market.url()).isEqualTo("https://island-letter.example/2026/market-day/");
        assertThat(market.headline()).isEqualTo("Market day – fish & figs");
        assertThat(market.body())
                .startsWith(
                        "<p>The market opens at"
                                + " <a href=\"https://island-letter.example/hours\">six</a>.</p>")
                .contains("alt=\"Stalls\"")
                .doesNotContain("class=");
        assertThat(market.summary()).isEqualTo("<p>The market opens at six. […]</p>");
        assertThat(market.partial()).isFalse();
        assertThat(market.firstCreated()).hasToString("2026-05-20T10:00:00Z");
        assertThat(market.versionCreated()).hasToString("2026-05-20T11:30:00Z");
        assertThat(market.authors()).containsExactly("Leo Anders");
        assertThat(market.keywords()).containsExactly("Towns", "markets", "fish & figs");
        assertThat(market.subjects()).containsExactly(new Subject("category", "towns", "Towns"));
        assertThat(market.media())
                .containsExactly(
                        new ItemMedia(
                                MediaKind.IMAGE,
                                "https://island-letter.example/wp-content/uploads/square.jpg",
                                "market-square",
                                "The square at dawn. Photo: Mila Brandt",
                                "An empty square",
                                null));
    }

    @Test
    void aProtectedPostIsNoItemAndADraftIsNothing() {
        var reading = read(READER, sample("island-letter.wordpress.json"));
        assertThat(reading.entries()).hasSize(2);
        var failure = Readings.failures(reading).getFirst();
        assertThat(failure.identity()).isEqualTo("https://island-letter.example/?p=40");
        assertThat(failure.reason()).isEqualTo("The post is protected by a password.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    'content': {'rendered': '<p>b</p>'}, 'link': 'https://a.example/1'             | url          | https://a.example/1
                    'content': {'rendered': 'b'}, 'date_gmt': '0000-00-00T00:00:00', 'date': '2026-05-20T10:00:00' | firstCreated | 2026-05-20T10:00:00Z
                    'excerpt': {'rendered': '<p>b</p>'}                                            | partial      | true
                    'content': {'rendered': '<p>b</p>'}, 'excerpt': {'rendered': ''}               | partial      | false
                    'content': {'rendered': '<p>b</p>'}, 'lang': 'pt'                              | language     | pt
                    '_embedded': {'author': [{'code': 'rest_user_invalid_id'}]}                    | authors      | []
                    '_embedded': {'wp:featuredmedia': [{'code': 'rest_forbidden'}]}                | media        | []
                    '_embedded': []                                                                | keywords     | []
                    """)
    void aPostThatStandsAloneIsReadAsFarAsItGoes(String members, String field, String expected) {
        var post = "{'id': 1, 'title': {'rendered': 'A'}, %s}".formatted(members);
        assertThat(only(read(READER, json(post)))).extracting(field).hasToString(expected);
    }

    @Test
    void anEmptyAnswerIsAReadingWithoutEntries() {
        assertThat(read(READER, "[]").entries()).isEmpty();
    }

    @Test
    void oneBadPostDoesNotKeepTheOthersOut() {
        var reading =
                read(
                        READER,
                        json(
                                "[{'id': 1, 'title': {'rendered': 'A'}}, null, {'id': 2},"
                                        + " {'id': 3, 'title': {'rendered': 'C'}, 'content': 5}]"));
        assertThat(Readings.items(reading))
                .extracting("content.headline")
                .containsExactly("A", "C");
        assertThat(Readings.failures(reading)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'code': 'rest_no_route', 'message': 'No route', 'data': {'status': 404}}",
                "[{'id': 1, 'title': 'A'}]",
                "{}"
            })
    void otherJsonIsNoAnswerOfWordPress(String document) {
        var raw = new RawDocument(json(document).getBytes(UTF_8), null, Readings.ADDRESS);
        assertThat(READER.recognises(raw)).isFalse();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
