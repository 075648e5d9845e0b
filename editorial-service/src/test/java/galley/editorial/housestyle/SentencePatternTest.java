package galley.editorial.housestyle;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is left of a sentence where not everything is known. */
class SentencePatternTest {

    private static String write(String pattern, Set<Placeholder> known) {
        return SentencePattern.of(pattern, _ -> {})
                .pieces(known)
                .map(
                        pieces ->
                                pieces.stream()
                                        .map(
                                                it ->
                                                        it.place() == null
                                                                ? it.words()
                                                                : "" + it.place())
                                        .collect(Collectors.joining()))
                .orElse(null);
    }

    @Test
    void whatIsUnknownIsLeftOutWithItsBrackets() {
        String pattern = "First published[ by {publisher}| at {address}][ on {date}].";
        assertThat(write(pattern, EnumSet.allOf(Placeholder.class)))
                .isEqualTo("First published by PUBLISHER on DATE.");
        assertThat(write(pattern, EnumSet.of(Placeholder.ADDRESS)))
                .isEqualTo("First published at ADDRESS.");
        assertThat(write(pattern, Set.of())).isEqualTo("First published.");
    }

    @Test
    void withoutBracketsAPlaceholderIsNeeded() {
        assertThat(write("By {author}[ in {language}]", EnumSet.of(Placeholder.LANGUAGE))).isNull();
        assertThat(write("By {author}[ in {language}]", EnumSet.of(Placeholder.AUTHOR)))
                .isEqualTo("By AUTHOR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"It's $1 \\ by {author}", "{author}", "Plain words"})
    void wordsStandAsTheyAre(String pattern) {
        assertThat(write(pattern, EnumSet.allOf(Placeholder.class)))
                .isEqualTo(pattern.replace("{author}", "AUTHOR"));
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
        SentencePattern.of(pattern, said::add);
        assertThat(said).hasSize(complaints);
    }
}
