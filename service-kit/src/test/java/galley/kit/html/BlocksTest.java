package galley.kit.html;

import java.time.Duration;
import java.util.List;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

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

    @Test
    void aDivThatHoldsBlocksIsNoneItself() {
        assertThat(texts("<div><p>One</p><div>two<p>Three</p>four</div></div><div>five</div>six"))
                .containsExactly("One", "two", "Three", "four", "five", "six");
    }

    @Test
    void blocksKeepTheLanguageOfTheDivThatHeldThem() {
        assertThat(Blocks.of("<div lang=\"pt\"><p>Um</p><p lang=\"en\">two</p></div>").html())
                .isEqualTo("<p lang=\"pt\">Um</p><p lang=\"en\">two</p>");
    }

    @Test
    void manyDivsAreOpenedInTimeThatGrowsAsTheyDo() {
        var body = "<div><p>a</p></div>".repeat(50_000);
        assertTimeout(Duration.ofSeconds(5), () -> assertThat(texts(body)).hasSize(50_000));
    }

    private static List<String> texts(String body) {
        return Blocks.of(body).children().stream().map(Element::text).toList();
    }
}
