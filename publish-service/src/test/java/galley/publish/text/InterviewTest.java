package galley.publish.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.kit.html.Blocks;

import static org.assertj.core.api.Assertions.assertThat;

class InterviewTest {
    @Test
    void whoAsksMostIsTheInterviewer() {
        var body =
                Interview.marked(
                        Blocks.of(
                                """
                                <p>It rained.</p>
                                <p>Ana Lobo: Is it on?</p>
                                <p>GT: It is. How do you do?</p>
                                <p>Lobo: Well.</p><p>And wet.</p>
                                <p>GT: Why?</p>
                                <p>Lobo (laughs): It rains.</p>
                                <h2>Later</h2><p>It stopped.</p>
                                """));
        assertThat(body.select(".question").eachText())
                .containsExactly("GT: It is. How do you do?", "GT: Why?");
        assertThat(body.select(".answer").eachText())
                .containsExactly(
                        "Ana Lobo: Is it on?",
                        "Lobo: Well.",
                        "And wet.",
                        "Lobo (laughs): It rains.");
        assertThat(body.select(".turn")).hasSize(5);
        assertThat(body.select(".speaker").eachText())
                .containsExactly("Ana Lobo:", "GT:", "Lobo:", "GT:", "Lobo (laughs):");
    }

    @Test
    void boldQuestionsNeedNoNames() {
        var body =
                Interview.marked(
                        Blocks.of(
                                "<p>Before.</p><p><strong>Why?</strong></p><p>Because.</p>"
                                        + "<p>And so.</p><p><b>When?</b></p><p>Now.</p>"));
        assertThat(body.select(".question").eachText()).containsExactly("Why?", "When?");
        assertThat(body.select(".answer").eachText())
                .containsExactly("Because.", "And so.", "Now.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Note: it rains.</p><p>It does: always.</p>",
                "<p>At 10:30 the bell rang.</p><p>They agreed on one thing: nothing.</p>",
                "<p>:</p><p></p><ul><li>Ana: yes</li></ul>"
            })
    void aTextInWhichNobodySpeaksStaysAsItIs(String html) {
        assertThat(Interview.marked(Blocks.of(html)).html()).isEqualTo(Blocks.of(html).html());
    }

    @Test
    void noWordIsAddedOrMoved() {
        var html =
                "<p><strong>QN</strong>: Why <em>now</em>?</p><p>Ida"
                        + " Brand:<br>Because.</p><p><b>QN: And then?</b></p><p>Ida: <a"
                        + " href=\"https://a.example/\">So</a></p>";
        var body = Interview.marked(Blocks.of(html));
        assertThat(body.wholeText()).isEqualTo(Blocks.of(html).wholeText());
        assertThat(body.select(".question")).hasSize(2);
    }
}
