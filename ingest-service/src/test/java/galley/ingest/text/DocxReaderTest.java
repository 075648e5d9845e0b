package galley.ingest.text;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import galley.ingest.format.UnreadableDocumentException;

import static galley.ingest.text.Docx.paragraph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DocxReaderTest {
    private final DocxReader reader = new DocxReader();

    @Test
    void titleHeadingsAndParagraphsAreRead() throws Exception {
        var item =
                Texts.read(
                        reader,
                        Docx.of(
                                        paragraph("Title", "Tools on loan")
                                                + paragraph("Since May, the library lends saws.")
                                                + paragraph("Heading2", "Why saws?")
                                                + paragraph("Quote", "They are asked for.")
                                                + paragraph("  "))
                                .bytes());
        assertThat(item.headline()).isEqualTo("Tools on loan");
        assertThat(item.body())
                .isEqualTo(
                        "<p>Since May, the library lends saws.</p><h3>Why saws?</h3>"
                                + "<blockquote><p>They are asked for.</p></blockquote>");
    }

    @Test
    void emphasisLinksAndBreaksAreRead() throws Exception {
        var text =
                "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Bold </w:t></w:r>"
                        + "<w:r><w:rPr><w:b w:val=\"0\"/><w:i/></w:rPr><w:t>slanted</w:t></w:r>"
                        + "<w:r><w:br/></w:r><w:hyperlink r:id=\"r1\"><w:r><w:t>there</w:t></w:r>"
                        + "</w:hyperlink><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
                        + "<w:ins><w:r><w:t> came</w:t></w:r></w:ins></w:p>";
        var links =
                "<Relationships><Relationship Id=\"r1\" Target=\"https://a.example/\"/>"
                        + "</Relationships>";
        var item =
                Texts.read(
                        reader, Docx.of(text).with("word/_rels/document.xml.rels", links).bytes());
        assertThat(item.body())
                .isEqualTo(
                        "<p><strong>Bold </strong><em>slanted</em><br>"
                                + "<a href=\"https://a.example/\">there</a> came</p>");
    }

    @Test
    void listsAndTablesAreRead() throws Exception {
        var entry =
                "<w:p><w:pPr><w:numPr><w:numId w:val=\"%d\"/></w:numPr></w:pPr>"
                        + "<w:r><w:t>%s</w:t></w:r></w:p>";
        var table =
                "<w:tbl><w:tr><w:tc>%s</w:tc><w:tc>%s</w:tc></w:tr></w:tbl>"
                        .formatted(paragraph("left"), paragraph("right"));
        var lists =
                "<w:numbering><w:abstractNum w:abstractNumId=\"7\"><w:lvl><w:numFmt"
                        + " w:val=\"decimal\"/></w:lvl></w:abstractNum><w:num w:numId=\"2\">"
                        + "<w:abstractNumId w:val=\"7\"/></w:num></w:numbering>";
        var item =
                Texts.read(
                        reader,
                        Docx.of(
                                        entry.formatted(1, "saw")
                                                + entry.formatted(1, "drill")
                                                + entry.formatted(2, "first")
                                                + table)
                                .with("word/numbering.xml", lists)
                                .bytes());
        assertThat(item.body())
                .isEqualTo(
                        "<ul><li>saw</li><li>drill</li></ul><ol><li>first</li></ol><table><tbody>"
                                + "<tr><td><p>left</p></td><td><p>right</p></td></tr></tbody>"
                                + "</table>");
    }

    @Test
    void theDocumentTellsAboutItself() throws Exception {
        var about =
                "<cp:coreProperties><dc:title>Named &amp; known</dc:title><dc:creator>Ana"
                        + " Lobo</dc:creator><dcterms:created>2026-03-04T09:00:00Z"
                        + "</dcterms:created><dc:language>pt-PT</dc:language>"
                        + "</cp:coreProperties>";
        var item =
                Texts.read(
                        reader,
                        Docx.of(paragraph("Text.")).with("docProps/core.xml", about).bytes());
        assertThat(item.headline()).isEqualTo("Named & known");
        assertThat(item.byline()).isEqualTo("Ana Lobo");
        assertThat(item.language()).isEqualTo("pt-PT");
        assertThat(item.firstCreated()).isEqualTo(Instant.parse("2026-03-04T09:00:00Z"));
    }

    @Test
    void whatIsNoWordProcessorDocumentIsSaid() {
        assertUnreadable("no ZIP".getBytes(StandardCharsets.UTF_8), "no text");
        assertUnreadable(new Docx().with("a.txt", "x").bytes(), "no text");
        assertUnreadable(Docx.of("").bytes(), "no text");
    }

    @Test
    void aFileThatUnpacksToFarMoreIsRefused() {
        var bomb = Docx.of(paragraph("x")).with("word/media/image1.bmp", new byte[40_000_000]);
        assertThat(bomb.bytes()).hasSizeLessThan(100_000);
        assertUnreadable(bomb.bytes(), "too large");
    }

    @Test
    void deepNestingIsRefused() {
        var deep = "<w:sdt>".repeat(10_000) + paragraph("x") + "</w:sdt>".repeat(10_000);
        assertUnreadable(Docx.of(deep).bytes(), "nested too deeply");
    }

    private void assertUnreadable(byte[] file, String why) {
        assertThatThrownBy(() -> Texts.read(reader, file))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining(why);
    }
}
