package galley.ingest.wordpress;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.events.ItemContent;
import galley.ingest.format.Readings;
import galley.ingest.format.UnreadableDocumentException;

import static galley.ingest.format.Readings.only;
import static galley.ingest.format.Readings.read;
import static galley.ingest.format.Readings.sample;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Items of an export file that are read one by one. */
class WxrItemTest {
    private static final WxrReader READER = new WxrReader();
    private static final String HEAD =
            "<rss xmlns:wp='http://wordpress.org/export/1.2/'><channel>"
                    + "<link>https://a.example</link><wp:tag><wp:tag_slug>t</wp:tag_slug></wp:tag>";

    @Test
    void anItemByItselfIsReadAsInItsFile() throws UnreadableDocumentException {
        var file = sample("island-letter.wxr.xml");
        var whole =
                Readings.items(read(READER, file)).stream().map(item -> item.content()).toList();
        assertThat(apart(file)).isEqualTo(whole);
    }

    @Test
    void whatTheSiteHasThousandsOfIsNotRepeatedWithEachItem() throws UnreadableDocumentException {
        assertThat(WxrHead.of(HEAD.getBytes(UTF_8)).text())
                .contains("https://a.example")
                .doesNotContain("tag_slug");
    }

    @Test
    void theHeadIsTheSameAfterItWasKept() throws UnreadableDocumentException {
        var head =
                WxrHead.of(
                        ("<?xml version='1.0' encoding='windows-1252'?>" + HEAD).getBytes(UTF_8));
        assertThat(WxrHead.of(head.text())).isEqualTo(head);
    }

    @Test
    void copiesThatKeptTheirGuidAreToldApart() throws UnreadableDocumentException {
        var post =
                "<item><title>%s</title><link>https://a.example/%s</link>"
                        + "<guid>https://a.example/?p=1&amp;x</guid></item>";
        var file = HEAD + post.formatted("A", "a") + post.formatted("B", "b") + "</channel></rss>";
        assertThat(apart(file.getBytes(UTF_8))).extracting(ItemContent::guid).containsOnlyNulls();
        var one = HEAD + post.formatted("A", "a") + "</channel></rss>";
        assertThat(apart(one.getBytes(UTF_8)))
                .extracting(ItemContent::guid)
                .containsExactly("https://a.example/?p=1&x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252"})
    void theFilesCharsetIsThatOfItsItems(String charset) throws UnreadableDocumentException {
        var declaration = "<?xml version='1.0' encoding='%s'?>".formatted(charset);
        var head = WxrHead.of((declaration + HEAD).getBytes(UTF_8));
        var bytes = "<item><title>Kyiv – “café”</title></item>".getBytes(Charset.forName(charset));
        var document = WxrItem.of(head, bytes).document(List.of(), true);
        assertThat(only(read(READER, document)).headline()).isEqualTo("Kyiv – “café”");
    }

    @Test
    void anItemThatBreaksOffIsKnownByItsGuidAndNotTakenForWhole()
            throws UnreadableDocumentException {
        var bytes = "<item><guid>g</guid><title>A</title><descr".getBytes(UTF_8);
        var item = WxrItem.of(WxrHead.of(HEAD.getBytes(UTF_8)), bytes);
        var reading = read(READER, item.document(List.of(), false));
        assertThat(Readings.failures(reading).getFirst().identity()).isEqualTo("g");
        assertThat(Readings.failures(reading).getFirst().reason()).contains("breaks off");
    }

    @Test
    void whatIsNoExportHasNoHead() {
        assertThatThrownBy(() -> WxrHead.of("<rss><channel>".getBytes(UTF_8)))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("no export of WordPress");
    }

    /** What is published in a file, read item by item, with what each needs of the others. */
    private static List<ItemContent> apart(byte[] file) throws UnreadableDocumentException {
        var text = new String(file, UTF_8);
        int first = text.indexOf("<item>");
        var beginning = text.substring(0, first).getBytes(UTF_8);
        var head = WxrHead.of(beginning);
        var items =
                List.of(text.substring(first).split("(?=<item>)")).stream()
                        .map(item -> item.substring(0, item.indexOf("</item>") + 7))
                        .map(item -> WxrItem.of(head, item.getBytes(UTF_8)))
                        .toList();
        Map<String, String> offers = new HashMap<>(WxrHead.authors(beginning));
        var guids = new HashMap<String, Integer>();
        for (var item : items) {
            offers.putAll(item.offers());
            item.offers().keySet().forEach(name -> guids.merge(name, 1, Integer::sum));
        }
        offers.keySet().removeIf(name -> name.startsWith(WxrItem.GUID) && guids.get(name) == 1);
        return items.stream()
                .filter(WxrItem::isPublished)
                .map(
                        item ->
                                item.document(
                                        item.needs().stream()
                                                .filter(offers::containsKey)
                                                .map(offers::get)
                                                .toList(),
                                        true))
                .flatMap(document -> Readings.items(read(READER, document)).stream())
                .map(item -> item.content())
                .toList();
    }
}
