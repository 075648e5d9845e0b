package galley.editorial.article;

import java.time.Instant;

import jakarta.ws.rs.BadRequestException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.editorial.history.Reason;
import galley.editorial.workflow.RejectionReason;
import galley.editorial.workflow.Step;
import galley.kit.problem.Problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TermsReaderTest {
    private static final Instant NOW = Instant.parse("2026-05-20T09:30:00Z");
    private static final Assignment NOBODY = new Assignment(null, null, null);

    private final TermsReader reader = new TermsReader(null);

    private Terms read(String body, Step step) {
        return reader.read(body == null ? null : body.getBytes(UTF_8), step, NOBODY, NOW);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "{}", "{\"note\": null}", "{\"note\": \"  \"}"})
    void nothingIsEnoughWhereNoNoteIsNeeded(String body) {
        assertThat(read(body, Step.APPROVE)).isEqualTo(Terms.because(Reason.NONE));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "{}", "{\"note\": null}", "{\"note\": \" \\n\"}"})
    void nothingIsRefusedWhereANoteIsNeeded(String body) {
        assertThatThrownBy(() -> read(body, Step.REJECT))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
    }

    @Test
    void bothNotesAreRead() {
        assertThat(
                        read(
                                "{\"note\": \" public \", \"internalNote\": \"inside\"}",
                                Step.REQUEST_CHANGES))
                .isEqualTo(Terms.because(new Reason("public", "inside")));
    }

    @Test
    void aRejectionHasAReasonOfAFewAndOtherWithoutOne() {
        Reason note = new Reason("We had it", null);
        assertThat(read("{\"note\": \"We had it\", \"reason\": \"duplicate\"}", Step.REJECT))
                .isEqualTo(Terms.because(note).rejecting(RejectionReason.DUPLICATE));
        assertThat(read("{\"note\": \"We had it\"}", Step.REJECT))
                .isEqualTo(Terms.because(note).rejecting(RejectionReason.OTHER));
        assertThatThrownBy(() -> read("{\"note\": \"x\", \"reason\": \"mood\"}", Step.REJECT))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"note\": 7}",
                "{\"why\": \"x\"}",
                "{\"reason\": \"legal\"}",
                "{\"note\": [\"x\"]}"
            })
    void anythingElseIsRefused(String body) {
        assertThatThrownBy(() -> read(body, Step.APPROVE))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
    }

    @Test
    void whatIsNoJsonIsABadRequest() {
        assertThatThrownBy(() -> read("{", Step.APPROVE)).isInstanceOf(BadRequestException.class);
    }

    @Test
    void aNoteIsNoBook() {
        String body = "{\"note\": \"" + "x".repeat(10_001) + "\"}";
        assertThatThrownBy(() -> read(body, Step.APPROVE)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"note\"", "null", "7"})
    void aDecisionIsAnObject(String body) {
        assertThatThrownBy(() -> read(body, Step.APPROVE)).isInstanceOf(Problem.class);
    }

    @Test
    void anEmergencySaysWhyInside() {
        assertThatThrownBy(() -> read("{\"note\": \"x\"}", Step.EMERGENCY_RELEASE))
                .isInstanceOf(Problem.class);
        assertThat(read("{\"internalNote\": \"Fire\"}", Step.EMERGENCY_RELEASE).reason())
                .isEqualTo(new Reason(null, "Fire"));
    }

    @Test
    void aTimeIsReadInAnyOffset() {
        assertThat(read("{\"at\": \"2026-05-20T12:00:00+02:00\"}", Step.SCHEDULE).at())
                .isEqualTo(Instant.parse("2026-05-20T10:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"at\": null}",
                "{\"at\": 1790000000}",
                "{\"at\": \"tomorrow\"}",
                "{\"at\": \"2026-05-20T09:29:59Z\"}",
                "{\"at\": \"2026-05-20T10:00:00\"}",
                "{\"at\": \"+12026-05-20T10:00:00Z\"}"
            })
    void aTimeThatIsNoneOrHasPassedIsRefused(String body) {
        assertThatThrownBy(() -> read(body, Step.SCHEDULE))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
    }

    @Test
    void onlyWhatIsScheduledHasATime() {
        assertThatThrownBy(() -> read("{\"at\": \"2026-05-21T10:00:00Z\"}", Step.RELEASE))
                .isInstanceOf(Problem.class);
    }

    @Test
    void whatAnAssignmentDoesNotSayStays() {
        var present = new Assignment("staff:1", "coast", NOW);
        var terms = reader.read("{\"user\": null}".getBytes(UTF_8), Step.ASSIGN, present, NOW);
        assertThat(terms.assignment()).isEqualTo(new Assignment(null, "coast", NOW));
    }

    @Test
    void anAssignmentSaysSomething() {
        assertThatThrownBy(() -> read("{}", Step.ASSIGN)).isInstanceOf(Problem.class);
    }
}
