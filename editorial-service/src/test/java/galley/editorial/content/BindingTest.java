package galley.editorial.content;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import galley.kit.json.Errors;
import galley.kit.json.StrictJson;
import galley.kit.problem.FieldError;
import galley.kit.problem.Problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Everything in a body that has no place in the record is named. */
class BindingTest {
    private final ContentReader reader = new ContentReader(html -> html, Shelf.ONE);

    private List<String> wrongFields(String json) {
        return errors(json).stream().map(FieldError::field).toList();
    }

    private List<FieldError> errors(String json) {
        JsonNode tree = StrictJson.read(json.getBytes(UTF_8));
        Errors errors = new Errors();
        reader.read((ObjectNode) tree, List.of(), errors);
        return errors.found();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"headline": "x", "colour": "blue"}                                          | colour
                    {"headline": "x", "parts": [{"type": "introduction", "body": "", "colour": 1}]} | parts[0].colour
                    {"headline": 7}                                                              | headline
                    {"headline": true}                                                           | headline
                    {"headline": "x", "tags": "ports"}                                           | tags
                    {"headline": "x", "tags": [1]}                                               | tags[0]
                    {"headline": "x", "kind": "poem"}                                            | kind
                    {"headline": "x", "kind": 0}                                                 | kind
                    {"headline": "x", "embargoedUntil": "tomorrow"}                              | embargoedUntil
                    {"headline": "x", "parts": [{"body": ""}]}                                   | parts[0]
                    {"headline": "x", "parts": [{"type": "poem", "body": ""}]}                   | parts[0]
                    {"headline": "x", "parts": [{"type": "reprint", "body": "", "excerpt": "yes"}]} | parts[0].excerpt
                    {"headline": "x", "teaserBreak": {"part": "p1", "block": 1.5}}               | teaserBreak.block
                    {"headline": "x", "parts": [{"type": "reprint", "body": "", "dateline": {"date": "May"}}]} | parts[0].dateline.date
                    """)
    void aMemberOfTheWrongShapeIsNamed(String json, String field) {
        assertThat(wrongFields(json)).containsExactly(field);
    }

    @Test
    void everythingOfTheWrongShapeIsSaidAtOnce() {
        assertThat(
                        wrongFields(
                                """
                                {"headline": 7, "colour": "blue", "embargoedUntil": 1747735200, "tags": ["a", 1, 2],
                                 "kind": "poem", "language": {"tag": "en"},
                                 "parts": [{"type": "poem"}, {"type": "original", "body": ["x"], "colour": 1}]}
                                """))
                .containsExactlyInAnyOrder(
                        "headline",
                        "colour",
                        "embargoedUntil",
                        "tags[1]",
                        "tags[2]",
                        "kind",
                        "language",
                        "parts[0]",
                        "parts[1].body",
                        "parts[1].colour");
    }

    @Test
    void whatIsPossibleInsteadIsNamed() {
        assertThat(messages("{\"headline\": \"x\", \"kind\": \"poem\"}"))
                .containsExactly(
                        "It is one of reprint, round-up, original, report, interview, statement,"
                                + " video.");
        assertThat(messages("{\"headline\": \"x\", \"parts\": [{\"type\": \"poem\"}]}"))
                .containsExactly(
                        "Its type is one of introduction, reprint, original, media, people.");
    }

    @Test
    void whatIsWantedInsteadIsSaid() {
        assertThat(messages("{\"headline\": [\"x\"], \"tags\": {\"a\": 1}, \"rights\": 7}"))
                .containsExactlyInAnyOrder("It is text.", "It is a list.", "It is a JSON object.");
    }

    @Test
    void aBodyFullOfErrorsIsAnsweredInTheEnd() {
        String members =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "\"colour%d\": 1".formatted(i))
                        .collect(Collectors.joining(",", "{", "}"));
        assertThat(wrongFields(members)).hasSize(20);
        String blanks = "\" \",".repeat(10_000);
        assertThat(wrongFields("{\"headline\": \"x\", \"tags\": [" + blanks + "\"x\"]}"))
                .hasSize(20);
    }

    private List<String> messages(String json) {
        return errors(json).stream().map(FieldError::message).toList();
    }

    @Test
    void whatIsOfTheWrongShapeIsUnprocessable() {
        JsonNode tree = StrictJson.read("{\"headline\": 7}".getBytes(UTF_8));
        assertThatThrownBy(() -> reader.read(tree, List.of()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
    }
}
