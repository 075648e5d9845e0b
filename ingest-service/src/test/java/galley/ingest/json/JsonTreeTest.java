package galley.ingest.json;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.ingest.format.RawDocument;
import galley.ingest.format.Readings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class JsonTreeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"a": "x"}               | x
                    {"a": 1.50}              | 1.50
                    {"a": 1e400}             | 1e400
                    {"a": true}              | true
                    {"a": 1, "a": 2}         | 2
                    {"a": "x",}              | x
                    {"a": "x"} {"a": "y"}    | x
                    {"a": "\\u0000x\\ud800"} | x
                    {"a": "\\ud83d\\ude00"}  | 😀
                    {"a": "it\\'s"}          | it's
                    """)
    void whatIsNoObjectAndNoListIsTextAsItIsWritten(String json, String text) {
        var tree = tree(json).orElseThrow();
        assertThat(JsonFields.text(tree.root(), "a")).isEqualTo(text);
        assertThat(tree.breaksOffIn(tree.root())).isFalse();
    }

    @Test
    void aTextMayHoldLineEndsThatNobodyEscaped() {
        assertThat(JsonFields.text(tree("{\"a\": \"x\n\ty\"}").orElseThrow().root(), "a"))
                .isEqualTo("x\n\ty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\"text\"", "5", "null", "<a/>", "callback({})"})
    void anythingElseIsNoTree(String document) {
        assertThat(tree(document)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"items\": [{\"a\": 1}, {\"a\": 2",
                "{\"items\": [{\"a\": 1}, {\"a\": 2, \"b\": \"half a",
                "{\"items\": [{\"a\": 1}, {\"a\": 2, \"b\": no}]}",
                "{\"items\": [{\"a\": 1}, {\"a\": 2, \"b\""
            })
    void whatStandsBeforeTheBreakIsThere(String document) {
        var tree = tree(document).orElseThrow();
        var items = tree.root().path("items");
        assertThat(tree.breaksOffIn(tree.root())).isTrue();
        assertThat(tree.breaksOffIn(items)).isTrue();
        assertThat(tree.breaksOffIn(items.path(0))).isFalse();
        assertThat(tree.breaksOffIn(items.path(1))).isTrue();
        assertThat(JsonFields.text(items.path(0), "a")).isEqualTo("1");
    }

    @Test
    void aDocumentThatIsNoJsonAfterItsStartIsATreeThatBreaksOff() {
        var tree = tree("{oops").orElseThrow();
        assertThat(tree.root()).isEmpty();
        assertThat(tree.breaksOffIn(tree.root())).isTrue();
    }

    private static Optional<JsonTree> tree(String document) {
        return JsonTree.of(new RawDocument(document.getBytes(UTF_8), null, Readings.ADDRESS));
    }
}
