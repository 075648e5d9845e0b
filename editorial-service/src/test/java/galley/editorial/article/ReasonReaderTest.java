package galley.editorial.article;

import jakarta.ws.rs.BadRequestException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.editorial.history.Reason;
import galley.editorial.workflow.NoteRule;
import galley.kit.problem.Problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReasonReaderTest {
    private static Reason read(String body, NoteRule rule) {
        return ReasonReader.read(body == null ? null : body.getBytes(UTF_8), rule);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "{}", "{\"note\": null}", "{\"note\": \"  \"}"})
    void nothingIsEnoughWhereNoNoteIsNeeded(String body) {
        assertThat(read(body, NoteRule.OPTIONAL)).isEqualTo(Reason.NONE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "{}", "{\"note\": null}", "{\"note\": \" \\n\"}"})
    void nothingIsRefusedWhereANoteIsNeeded(String body) {
        assertThatThrownBy(() -> read(body, NoteRule.REQUIRED))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
    }

    @Test
    void bothNotesAreRead() {
        assertThat(
                        read(
                                "{\"note\": \" public \", \"internalNote\": \"inside\"}",
                                NoteRule.REQUIRED))
                .isEqualTo(new Reason("public", "inside"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"note\": 7}", "{\"why\": \"x\"}", "{\"note\": [\"x\"]}"})
    void anythingElseIsRefused(String body) {
        assertThatThrownBy(() -> read(body, NoteRule.OPTIONAL))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
    }

    @Test
    void whatIsNoJsonIsABadRequest() {
        assertThatThrownBy(() -> read("{", NoteRule.OPTIONAL))
                .isInstanceOf(BadRequestException.class);
    }

    @Test
    void aNoteIsNoBook() {
        String body = "{\"note\": \"" + "x".repeat(10_001) + "\"}";
        assertThatThrownBy(() -> read(body, NoteRule.OPTIONAL)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"note\"", "null", "7"})
    void aDecisionIsAnObject(String body) {
        assertThatThrownBy(() -> read(body, NoteRule.OPTIONAL)).isInstanceOf(Problem.class);
    }
}
