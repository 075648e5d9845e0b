package galley.publish.text;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import galley.kit.html.Blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class EditorsMarksTest {
    static List<Arguments> texts() {
        return List.of(
                arguments("<p>The League [of harbours] met.</p>", List.of("[of harbours]")),
                arguments("<p>He [sic] said […] that [...].</p>", List.of("[sic]", "[…]", "[...]")),
                arguments(
                        "<p>A [b &amp; so on] <em>c [du]</em></p>", List.of("[b & so on]", "[du]")),
                arguments("<p>A footnote [1], a letter [a], an index [12].</p>", List.of()),
                arguments("<p><a href=\"https://a.example/\">[more here]</a> [open</p>", List.of()),
                arguments("<pre>[section of code]</pre>", List.of()));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void bracketsWithWordsInThemAreTheEditors(String html, List<String> marks) {
        var body = EditorsMarks.marked(Blocks.of(html), "Added");
        assertThat(body.select("span.editors").eachText()).isEqualTo(marks);
        assertThat(body.wholeText()).isEqualTo(Blocks.of(html).wholeText());
        assertThat(body.select("span.editors").eachAttr("title"))
                .allMatch(title -> title.equals("Added"));
    }
}
