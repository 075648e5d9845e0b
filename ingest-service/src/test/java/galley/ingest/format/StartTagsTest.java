package galley.ingest.format;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StartTagsTest {

    @Test
    void endTagsCommentsAndSignsAreNone() {
        assertThat(StartTags.inHtml("<p>1 < 2<br/><!-- b --></p><")).isEqualTo(2);
        assertThat(StartTags.inXml("<?xml?><a><_b/>1 &lt; 2</a>")).isEqualTo(2);
    }

    @Test
    void whatStandsInASectionIsTextInXmlAndMarkupInHtml() {
        var text = "<a><![CDATA[<b><i>]]><c>";
        assertThat(StartTags.inXml(text)).isEqualTo(2);
        assertThat(StartTags.inHtml(text)).isEqualTo(4);
    }

    @Test
    void aSectionWithoutEndIsTextToTheEnd() {
        assertThat(StartTags.inXml("<a><![CDATA[<b>")).isEqualTo(1);
    }
}
