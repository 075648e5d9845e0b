package galley.ingest.bulk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class ExportItemsTest {
    private static final int LONGEST = 400;
    private static final String HEAD = "<?xml version='1.0'?><rss><channel><title>T</title>\n";
    private static final String TAIL = "\n</channel></rss>\n";

    @Test
    void anItemGoesFromItsStartTagToItsEndTag() throws IOException {
        assertThat(texts(HEAD + "<item>1</item>\n<item a='b'>2</item >" + TAIL))
                .containsExactly("<item>1</item>", "<item a='b'>2</item >");
    }

    @Test
    void whatStandsBeforeTheFirstItemIsTheHead() throws IOException {
        var export = items(HEAD + "<item>1</item>" + TAIL, 0, LONGEST);
        assertThat(export.head())
                .hasValueSatisfying(head -> assertThat(head).asString(UTF_8).isEqualTo(HEAD));
        assertThat(export.position()).isEqualTo(HEAD.length());
        assertThat(texts(export)).containsExactly("<item>1</item>");
        assertThat(items("<rss>" + "x".repeat(LONGEST), 0, LONGEST).head()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<item><![CDATA[</item><item>]]>1</item>",
                "<item><!-- </item> -->1</item>",
                "<item><items/><item-list></item-list>1</item>",
                // as WordPress writes a text that has a section itself
                "<item><![CDATA[a </item><item> <![CDATA[ b ]]]]><![CDATA[> c]]></item>"
            })
    void whatOnlyLooksLikeATagIsNone(String item) throws IOException {
        assertThat(texts(HEAD + item + "<item>2</item>" + TAIL))
                .containsExactly(item, "<item>2</item>");
    }

    @Test
    void anItemWithoutItsEndEndsWhereTheNextBegins() throws IOException {
        assertThat(texts(HEAD + "<item>1 <item>2</item>" + TAIL))
                .containsExactly("<item>1 ", "<item>2</item>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<![CDATA[ 1", "<!-- 1", "<![CDATA[ 1 <!--"})
    void aSectionWithoutItsEndSpoilsNoOtherItem(String broken) throws IOException {
        var item = "<item>" + broken + "</item>";
        assertThat(texts(HEAD + item + "<item><t><![CDATA[2]]></t></item><item>3</item>" + TAIL))
                .containsExactly(item, "<item><t><![CDATA[2]]></t></item>", "<item>3</item>");
        assertThat(texts(HEAD + "<item>0</item>" + item + TAIL))
                .containsExactly("<item>0</item>", item);
    }

    @Test
    void anItemTooLongKeepsItsBeginningAndNotTheNextOut() throws IOException {
        var entries =
                entries(
                        items(
                                HEAD + "<item>" + "x".repeat(3 * LONGEST) + "</item><item>2</item>",
                                0,
                                LONGEST));
        assertThat(entries).extracting(FileEntry::whole).containsExactly(false, true);
        assertThat(entries.getFirst().bytes()).hasSize(LONGEST);
        assertThat(entries.getLast().bytes()).asString(UTF_8).isEqualTo("<item>2</item>");
    }

    @Test
    void anItemInWhichTheFileBreaksOffIsNotWhole() throws IOException {
        var entries = entries(items(HEAD + "<item>1</item><item><title>2</ti", 0, LONGEST));
        assertThat(entries).extracting(FileEntry::whole).containsExactly(true, false);
        assertThat(entries.getLast().bytes()).asString(UTF_8).isEqualTo("<item><title>2</ti");
    }

    @Test
    void readingGoesOnExactlyWhereAnyItemEnded() throws IOException {
        var file = HEAD + "<item>ä</item>\n<item><![CDATA[漢]]></item><item>3</item>" + TAIL;
        var all = entries(items(file, 0, LONGEST));
        assertThat(all).extracting(FileEntry::number).containsExactly(1L, 2L, 3L);
        for (var entry : all) {
            var rest = entries(items(file, entry.end(), LONGEST));
            assertThat(rest)
                    .extracting(FileEntry::end)
                    .containsExactlyElementsOf(
                            all.stream()
                                    .map(FileEntry::end)
                                    .filter(end -> end > entry.end())
                                    .toList());
        }
    }

    private static List<String> texts(String file) throws IOException {
        return texts(items(file, 0, LONGEST));
    }

    private static List<String> texts(ExportItems items) throws IOException {
        return entries(items).stream().map(entry -> new String(entry.bytes(), UTF_8)).toList();
    }

    private static List<FileEntry> entries(ExportItems items) throws IOException {
        var entries = new ArrayList<FileEntry>();
        for (var next = items.next(); next.isPresent(); next = items.next()) {
            entries.add(next.get());
        }
        return entries;
    }

    private static ExportItems items(String file, long position, int longest) {
        var bytes = file.getBytes(UTF_8);
        var rest = Arrays.copyOfRange(bytes, (int) position, bytes.length);
        return new ExportItems(new ByteArrayInputStream(rest), position, 0, longest);
    }
}
