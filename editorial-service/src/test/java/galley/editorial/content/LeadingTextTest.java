package galley.editorial.content;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.kit.html.Blocks;

import static org.assertj.core.api.Assertions.assertThat;

class LeadingTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>PORTO, May 20 — It opened.</p> | PORTO, May 20 — | <p>It opened.</p>",
                "<p><b>PORTO</b>, May 20 — It <i>opened</i>.</p> | PORTO, May 20 — | <p>It"
                        + " <i>opened</i>.</p>",
                "<p><strong>PORTO —</strong> It opened.</p> | PORTO — | <p>It opened.</p>",
                "<p>PORTO  ,  May 20 —It opened.</p> | PORTO , May 20 — | <p>It opened.</p>",
                "<p><a href=\"https://a.example/\">PORTO — It</a> opened.</p> | PORTO — |"
                        + " <p><a href=\"https://a.example/\">It</a> opened.</p>",
            })
    void wordsAreTakenAwayAndTheMarkupOfTheRestStays(String html, String words, String left) {
        var body = Blocks.of(html);
        assertThat(LeadingText.remove(body.firstElementChild(), words)).isTrue();
        assertThat(body.html()).isEqualTo(left);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&nbsp;", "&nbsp; ", "&#8239;", "&#8195;", "&#12288;"})
    void anySpaceIsASpace(String space) {
        var body = Blocks.of("<p>PORTO,%sMay 20 —%sIt <b>opened.</b></p>".formatted(space, space));
        var block = body.firstElementChild();
        assertThat(LeadingText.of(block)).isEqualTo("PORTO, May 20 — It opened.");
        assertThat(LeadingText.remove(block, "PORTO, May 20 —")).isTrue();
        assertThat(LeadingText.of(block)).isEqualTo("It opened.");
        assertThat(block.wholeText()).startsWith("It");
    }

    @Test
    void otherWordsAreLeftAlone() {
        var body = Blocks.of("<p>LISBON — It opened.</p>");
        assertThat(LeadingText.remove(body.firstElementChild(), "PORTO —")).isFalse();
        assertThat(body.html()).isEqualTo("<p>LISBON — It opened.</p>");
    }
}
