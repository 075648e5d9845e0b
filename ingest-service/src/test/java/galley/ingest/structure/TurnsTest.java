package galley.ingest.structure;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who speaks where in an interview. */
class TurnsTest {

    @Test
    void aSpeakerIsMarkedBeforeTheWordsOrOnALineOfItsOwn() {
        assertThat(
                        turns(
                                "<p><b>GT</b>: Why?</p><p>Field:</p><p>Because.</p><p>GT:</p><p>And"
                                        + " then?</p><p>Jonas Field: Then not.</p>"))
                .containsExactly(
                        "question:0:GT", "answer:1:Field", "question:3:GT", "answer:5:Jonas Field");
    }

    @Test
    void whoAsksMoreIsTheInterviewerEvenIfTheOtherBegins() {
        assertThat(
                        turns(
                                "<p>Field: You are late.</p><p>GT: Am I?</p>"
                                        + "<p>Field: Yes.</p><p>GT: Shall we begin?</p>"))
                .containsExactly(
                        "answer:0:Field", "question:1:GT", "answer:2:Field", "question:3:GT");
    }

    @Test
    void questionAndAnswerMayBeLinesOfOneParagraph() {
        assertThat(turns("<p>Q: Why?<br>A: Because.</p><p>Q: And?<br>A: No.</p>"))
                .containsExactly("question:0:Q", "answer:0:A", "question:1:Q", "answer:1:A");
    }

    @Test
    void aMarkMayStandOnTheFirstLineOfAParagraph() {
        assertThat(
                        turns(
                                "<p>Field:<br>You are late.</p><p>GT:<br>Am I?</p>"
                                        + "<p>Field:<br>Yes.</p><p>GT:<br>Shall we begin?</p>"))
                .containsExactly(
                        "answer:0:Field", "question:1:GT", "answer:2:Field", "question:3:GT");
    }

    @Test
    void boldQuestionsNeedNoNames() {
        assertThat(
                        turns(
                                "<p><strong>Why?</strong></p><p>Because.</p><p>Really.</p>"
                                        + "<p><strong>And then?</strong></p><p>Nothing.</p>"
                                        + "<p><strong>At all?</strong></p><p>At all.</p>"))
                .containsExactly(
                        "question:0:",
                        "answer:1:",
                        "question:3:",
                        "answer:4:",
                        "question:5:",
                        "answer:6:");
    }

    @Test
    void germanAndFrenchMarksAreReadToo() {
        assertThat(turns("<p>Frage: Warum?</p><p>Antwort: Darum.</p>".repeat(2), "de"))
                .hasSize(4)
                .startsWith("question:0:Frage", "answer:1:Antwort");
        assertThat(turns("<p>Le Quai : Pourquoi ?</p><p>Morel : Parce que.</p>".repeat(2), "fr"))
                .hasSize(4)
                .startsWith("question:0:Le Quai", "answer:1:Morel");
    }

    @Test
    void aListOfFactsIsNoInterview() {
        assertThat(
                        turns(
                                "<p>Monday: closed</p><p>Tuesday: open</p><p>Note: ring twice</p>"
                                        + "<p>Tickets: at the door</p><p>Monday: still closed</p>"))
                .isEmpty();
        assertThat(turns("<p>Harbour: deep</p><p>Quay: long</p><p>Crane: tall</p>")).isEmpty();
    }

    @Test
    void nobodyAsksInASpeech() {
        assertThat(turns("<p>Chair: Order.</p><p>Ms Vane: I agree.</p>".repeat(3))).isEmpty();
    }

    private static List<String> turns(String body) {
        return turns(body, "en");
    }

    private static List<String> turns(String body, String language) {
        return Structures.values(Structures.of(body, language), "turn");
    }
}
