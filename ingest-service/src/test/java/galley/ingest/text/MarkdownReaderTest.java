package galley.ingest.text;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.ingest.format.Formats;
import galley.ingest.format.RawDocument;
import galley.ingest.format.UnreadableDocumentException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MarkdownReaderTest {
    private final MarkdownReader reader = new MarkdownReader();

    @Test
    void aFirstHeadingIsTheHeadline() throws Exception {
        var item =
                Texts.read(
                        reader,
                        """
                        # The *Ferry* & the tram

                        Both run **late**, says [the port](https://port.example/).

                        > We are sorry.

                        | line | delay |
                        |------|-------|
                        | 1    | 5 min |
                        """);
        assertThat(item.headline()).isEqualTo("The Ferry & the tram");
        assertThat(item.body())
                .contains("<strong>late</strong>", "href=\"https://port.example/\"")
                .contains("<blockquote>", "<td>5 min</td>")
                .doesNotContain("Ferry");
    }

    @Test
    void frontMatterTellsAboutTheText() throws Exception {
        var item =
                Texts.read(
                        reader,
                        """
                        ---
                        title: "Tools on loan: a year"
                        id: tools-1
                        url: https://library.example/tools?utm_source=x
                        date: 2026-03-04T10:00:00+01:00
                        author: [Ines Duarte, Tom Reed]
                        tags:
                          - libraries
                          - repair
                        lang: en
                        description: What was lent.
                        ---
                        # A heading of the text

                        Saws, mostly.
                        """);
        assertThat(item.headline()).isEqualTo("Tools on loan: a year");
        assertThat(item.guid()).isEqualTo("tools-1");
        assertThat(item.url()).isEqualTo("https://library.example/tools");
        assertThat(item.firstCreated()).isEqualTo(Instant.parse("2026-03-04T09:00:00Z"));
        assertThat(item.byline()).isEqualTo("Ines Duarte, Tom Reed");
        assertThat(item.keywords()).containsExactly("libraries", "repair");
        assertThat(item.language()).isEqualTo("en");
        assertThat(item.summary()).isEqualTo("<p>What was lent.</p>");
        assertThat(item.body()).contains("A heading of the text", "Saws, mostly.");
    }

    @Test
    void aRuleAtTheStartIsNoFrontMatter() throws Exception {
        assertThat(Texts.read(reader, "---\n\nText.").body()).contains("<p>Text.</p>");
    }

    @Test
    void scriptsInMarkdownAreGone() throws Exception {
        var item = Texts.read(reader, "Text <script>bad()</script> [x](javascript:bad())");
        assertThat(item.body()).doesNotContain("script", "bad()");
    }

    @Test
    void frontMatterThatIsNoYamlIsSaid() {
        assertThatThrownBy(() -> Texts.read(reader, "---\ntitle: [a\n---\nText."))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("front matter");
    }

    @Test
    void aBombInTheFrontMatterDoesNotGoOff() throws Exception {
        var bomb = new StringBuilder("---\na: &a [x,x,x,x,x,x,x,x,x]\n");
        for (char c = 'b'; c <= 'k'; c++) {
            char before = (char) (c - 1);
            bomb.append(c).append(": &").append(c).append(" [");
            bomb.append(("*" + before + ",").repeat(9)).append("]\n");
        }
        bomb.append("tags: *k\n---\nText.");
        assertThat(Texts.read(reader, bomb.toString()).keywords()).hasSizeLessThan(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "- ", "*", "[", "`", "![", "<", "&"})
    void deepNestingIsReadOrRefused(String mark) {
        var text = (mark.repeat(40_000) + "x").getBytes(StandardCharsets.UTF_8);
        var document = new RawDocument(text, null, URI.create("about:blank"));
        var formats = new Formats(List.of(reader));
        try {
            assertThat(formats.read(document, "markdown").entries()).hasSize(1);
        } catch (UnreadableDocumentException e) {
            assertThat(e).hasMessageContaining("nested too deeply");
        }
    }

    @Test
    void aTextOfMoreMarksThanAnyIsRefused() {
        var text = "*a* ".repeat(50_001).getBytes(StandardCharsets.UTF_8);
        var document = new RawDocument(text, null, URI.create("about:blank"));
        assertThatThrownBy(() -> new Formats(List.of(reader)).read(document, "markdown"))
                .hasMessage("The text has more than 100000 marks and lines.");
    }
}
