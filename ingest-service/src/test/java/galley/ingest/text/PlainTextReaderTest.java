package galley.ingest.text;

import org.junit.jupiter.api.Test;

import galley.ingest.format.UnreadableDocumentException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlainTextReaderTest {
    private final PlainTextReader reader = new PlainTextReader();

    @Test
    void aShortFirstLineIsTheHeadline() throws Exception {
        var item =
                Texts.read(reader, "Ferry & tram <free>\n\nRiders paid nothing.\nAll day.\n\nEnd.");
        assertThat(item.headline()).isEqualTo("Ferry & tram <free>");
        assertThat(item.body()).isEqualTo("<p>Riders paid nothing.\nAll day.</p>\n<p>End.</p>");
    }

    @Test
    void aSingleParagraphIsText() throws Exception {
        var item = Texts.read(reader, "The library lends tools.");
        assertThat(item.headline()).isEmpty();
        assertThat(item.body()).isEqualTo("<p>The library lends tools.</p>");
    }

    @Test
    void aFirstParagraphOfSeveralLinesIsText() throws Exception {
        var item = Texts.read(reader, "The library\nlends tools.\n\nSince May.");
        assertThat(item.headline()).isEmpty();
        assertThat(item.wordCount()).isEqualTo(6);
    }

    @Test
    void whatLooksLikeMarkupStays() throws Exception {
        assertThat(Texts.read(reader, "a <script>x</script> b").body())
                .isEqualTo("<p>a &lt;script&gt;x&lt;/script&gt; b</p>");
    }

    @Test
    void nothingIsNoText() {
        assertThatThrownBy(() -> Texts.read(reader, " \n \n"))
                .isInstanceOf(UnreadableDocumentException.class);
    }
}
