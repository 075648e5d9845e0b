package galley.kit.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import galley.kit.problem.FieldError;

import static org.assertj.core.api.Assertions.assertThat;

class TextCheckTest {
    @Test
    void aRefusedTextIsNamedWhereverItStands() throws JsonProcessingException {
        Errors errors = new Errors();
        new TextCheck(errors)
                .visit(
                        "",
                        new ObjectMapper()
                                .readTree(
                                        "{\"a\": [{\"b\": \"\\u0000\"}, null], \"c\": \"line\\n"
                                                + "\"}"));
        assertThat(errors.found()).extracting(FieldError::field).containsExactly("a[0].b", "a[1]");
    }
}
