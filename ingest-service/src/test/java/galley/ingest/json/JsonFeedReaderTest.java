package galley.ingest.json;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import galley.events.ItemContent;
import galley.events.ItemMedia;
import galley.events.MediaKind;
import galley.ingest.format.Readings;
import galley.ingest.format.UnreadableEntry;

import static galley.ingest.format.Readings.read;
import static galley.ingest.format.Readings.sample;
import static org.assertj.core.api.Assertions.assertThat;

class JsonFeedReaderTest {
    private static final JsonFeedReader READER = new JsonFeedReader();

    private final List<ItemContent> items =
            Readings.items(read(READER, sample("lighthouse.json-feed.json"))).stream()
                    .map(item -> item.content())
                    .toList();

    @Test
    void anItemIsReadWithAllItsFields() {
        var lamp = items.getFirst();
        assertThat(lamp.guid()).isEqualTo("https://lighthouse.example/2026/lamp");
        assertThat(lamp.url()).isEqualTo("https://lighthouse.example/2026/lamp");
        assertThat(lamp.headline()).isEqualTo("The lamp is lit again");
        assertThat(lamp.body())
                .isEqualTo(
                        "<p>After two winters the lamp is <a"
                                + " href=\"https://lighthouse.example/lamps\">lit</a> again.</p>");
        assertThat(lamp.summary()).isEqualTo("<p>Light over the bay, after two winters.</p>");
        assertThat(lamp.language()).isEqualTo("en-GB");
        assertThat(lamp.authors()).containsExactly("Ana Lobo", "Rui Dias");
        assertThat(lamp.keywords()).containsExactly("lighthouses", "repairs");
        assertThat(lamp.firstCreated()).hasToString("2026-05-20T19:00:00Z");
        assertThat(lamp.versionCreated()).hasToString("2026-05-20T20:30:00Z");
        assertThat(lamp.media())
                .containsExactly(
                        picture("https://lighthouse.example/pictures/lamp.jpg"),
                        picture("https://lighthouse.example/pictures/bay.jpg"),
                        new ItemMedia(
                                MediaKind.AUDIO,
                                "https://lighthouse.example/sounds/foghorn.mp3",
                                "The foghorn",
                                null,
                                null,
                                null));
    }

    @Test
    void plainTextIsTakenAsItStands() {
        var stairs = items.get(1);
        assertThat(stairs.headline()).isEqualTo("Stairs < steps");
        assertThat(stairs.body())
                .isEqualTo(
                        "<p>There are 217 stairs.</p>\n"
                                + "<p>If x &lt; 217, you are not at the top.</p>");
        assertThat(stairs.language()).isEqualTo("pt");
        assertThat(stairs.authors()).containsExactly("The keepers");
    }

    @Test
    void anItemAboutAnotherPageHasNoHeadlineAndThatAddress() {
        assertThat(items.get(2).headline()).isEmpty();
        assertThat(items.get(2).url()).isEqualTo("https://elsewhere.example/charts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {'id': 5, 'title': 'A'}                                          | guid         | 5
                    {'id': 'https://a.example/1', 'title': 'A'}                      | url          | https://a.example/1
                    {'id': 1, 'title': 'A', 'url': '/a'}                             | url          | https://home.example/a
                    {'id': 1, 'title': 'A', 'author': {'name': 'Leo'}}               | byline       | Leo
                    {'id': 1, 'title': 'A', 'authors': ['Leo', {}]} | byline | Leo
                    {'id': 1, 'title': 'A', 'tags': 'one'}                           | keywords     | [one]
                    {'id': 1, 'title': 'A', 'tags': ['one', null, {}, ' ']}          | keywords     | [one]
                    {'id': 1, 'title': 'Nets &amp; <b>knots</b>'}                    | headline     | Nets & knots
                    {'id': 1, 'title': ['A'], 'content_text': 'b'}                   | body         | <p>b</p>
                    {'id': 1, 'title': 'A', 'content_html': '', 'content_text': 'b'} | body         | <p>b</p>
                    {'id': 1, 'title': 'A', 'date_published': 1779271200}            | firstCreated | 2026-05-20T10:00:00Z
                    {'id': 1, 'title': 'A', 'title': 'B'}                            | headline     | B
                    """)
    void anItemIsReadAllTheSame(String item, String field, String expected) {
        assertThat(Readings.only(read(READER, feed(item)))).extracting(field).hasToString(expected);
    }

    @Test
    void aFeedThatForgetsItsVersionIsAFeed() {
        var feed = "{\"items\": [{\"id\": \"1\", \"content_text\": \"a\"}]}";
        assertThat(Readings.only(read(READER, feed)).body()).isEqualTo("<p>a</p>");
    }

    @Test
    void oneBadEntryDoesNotKeepTheOthersOut() {
        var reading =
                read(
                        READER,
                        feed(
                                "{'id': 1, 'title': 'A'}, null, 'x', {'id': 2},"
                                        + " {'id': 3, 'title': 'C'}"));
        assertThat(Readings.items(reading)).extracting("identity").containsExactly("1", "3");
        assertThat(Readings.failures(reading))
                .extracting(UnreadableEntry::reason)
                .containsExactly(
                        "The entry is no object.",
                        "The entry is no object.",
                        "The entry has neither headline nor text.");
    }

    private static String feed(String items) {
        var feed =
                "{'version': 'https://jsonfeed.org/version/1',"
                        + " 'home_page_url': 'https://home.example/', 'items': ["
                        + items
                        + "]}";
        return feed.replace('\'', '"');
    }

    private static ItemMedia picture(String url) {
        return new ItemMedia(MediaKind.IMAGE, url, null, null, null, null);
    }
}
