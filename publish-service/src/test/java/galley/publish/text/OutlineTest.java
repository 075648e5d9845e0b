package galley.publish.text;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

import galley.kit.html.Blocks;
import galley.publish.text.Outline.Heading;

import static org.assertj.core.api.Assertions.assertThat;

class OutlineTest {
    @Test
    void levelsFollowEachOtherWithoutGaps() {
        var body =
                Blocks.of(
                        "<h4>A</h4><p>a</p><h6>A1</h6><h6>A2</h6><h4>B</h4><h2>C</h2><h3>C1</h3>");
        Outline.level(body, 3);
        assertThat(body.html())
                .isEqualTo(
                        "<h3>A</h3><p>a</p><h4>A1</h4><h4>A2</h4><h3>B</h3><h3>C</h3><h4>C1</h4>");
    }

    @Test
    void thereIsNoLevelBelowTheSixth() {
        var body = Blocks.of("<h2>A</h2><h3>B</h3><h4>C</h4><h5>D</h5><h6>E</h6>");
        Outline.level(body, 3);
        assertThat(body.children().eachText()).containsExactly("A", "B", "C", "D", "E");
        assertThat(body.select("h6")).hasSize(2);
    }

    @Test
    void idsAreMadeOfWordsAndUnique() {
        Set<String> taken = new HashSet<>(Set.of("p1-what-now"));
        var body = Blocks.of("<h2>Été à Saint-Malo!</h2><h2>What now?</h2><h2>港</h2><h2> </h2>");
        assertThat(Outline.mark(body, 2, "p1", taken))
                .containsExactly(
                        new Heading(2, "p1-ete-a-saint-malo", "Été à Saint-Malo!"),
                        new Heading(2, "p1-what-now-2", "What now?"),
                        new Heading(2, "p1-港", "港"));
        assertThat(taken).hasSize(4);
    }
}
