package galley.publish.text;

import java.util.List;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BlocksTest {
    @Test
    void topLevelElementsAreBlocks() {
        assertThat(texts("<p>One</p>\n<ul><li>two</li><li>three</li></ul><h3>Four</h3>"))
                .containsExactly("One", "two three", "Four");
    }

    @Test
    void looseTextBetweenBlocksIsAParagraph() {
        var body = Blocks.of("Begins <b>bold</b> and goes on<p>Then</p> and ends");
        assertThat(body.html())
                .isEqualTo("<p>Begins <b>bold</b> and goes on</p><p>Then</p><p> and ends</p>");
    }

    @Test
    void anEmptyBodyHasNoBlocks() {
        assertThat(texts("")).isEmpty();
        assertThat(texts(" \n ")).isEmpty();
    }

    @Test
    void whiteSpaceStaysAsItIs() {
        var pre = "<pre>a\n   b</pre><p>c  d</p>";
        assertThat(Blocks.of(pre).html()).isEqualTo(pre);
    }

    private static List<String> texts(String body) {
        return Blocks.of(body).children().stream().map(Element::text).toList();
    }
}
