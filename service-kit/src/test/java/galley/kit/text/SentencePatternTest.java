package galley.kit.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is left of a sentence where not everything is known. */
class SentencePatternTest {
    private static final Set<String> NAMES =
            Set.of("author", "publisher", "address", "date", "language");

    private static String write(String pattern, Set<String> known) {
        return SentencePattern.of(pattern, NAMES, _ -> {})
                .pieces(known)
                .map(
                        pieces ->
                                pieces.stream()
                                        .map(
                                                it ->
                                                        it.place() == null
                                                                ? it.words()
                                                                : it.place()
                                                                        .toUpperCase(Locale.ROOT))
                                        .collect(Collectors.joining()))
                .orElse(null);
    }

    @Test
    void whatIsUnknownIsLeftOutWithItsBrackets() {
        String pattern = "First published[ by {publisher}| at {address}][ on {date}].";
        assertThat(write(pattern, NAMES)).isEqualTo("First published by PUBLISHER on DATE.");
        assertThat(write(pattern, Set.of("address"))).isEqualTo("First published at ADDRESS.");
        assertThat(write(pattern, Set.of())).isEqualTo("First published.");
    }

    @Test
    void withoutBracketsAPlaceholderIsNeeded() {
        assertThat(write("By {author}[ in {language}]", Set.of("language"))).isNull();
        assertThat(write("By {author}[ in {language}]", Set.of("author"))).isEqualTo("By AUTHOR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"It's $1 \\ by {author}", "{author}", "Plain words"})
    void wordsStandAsTheyAre(String pattern) {
        assertThat(write(pattern, NAMES)).isEqualTo(pattern.replace("{author}", "AUTHOR"));
    }

    @ParameterizedTest
    @CsvSource({
        "By {writer}, 1",
        "By {writer} and {editor}, 2",
        "By {}, 1",
        "By {author, 1",
        "By author}, 1",
        "[By {author}, 1",
        "[By [{author}]], 1",
        "By {author} | {publisher}, 1",
        "[By {author}|nobody], 0",
        "Plain, 0"
    })
    void whatIsWrongIsSaid(String pattern, int complaints) {
        List<String> said = new ArrayList<>();
        SentencePattern.of(pattern, NAMES, said::add);
        assertThat(said).hasSize(complaints);
    }
}
