package galley.ingest.structure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** A slip in a language's table must not wait for a text that stumbles over it. */
class VocabularyTest {
    private static final Pattern LIST = Pattern.compile("<([^>]+)>");
    private static final Pattern SLOT = Pattern.compile("\\{([^}]+)}");

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr"})
    void everyLanguageSaysWhatTheOthersSay(String language) {
        assertThat(sections(language, "phrases")).isEqualTo(sections("en", "phrases"));
        assertThat(sections(language, "values")).isEqualTo(sections("en", "values"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr"})
    void everyListThatAPhraseNamesIsThere(String language) {
        var lists = sections(language, "words");
        lists.addAll(sections(language, "values"));
        assertThat(lists).containsAll(named(language, LIST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr"})
    void everySlotCanBeRead(String language) {
        var slots = new Slots(Vocabulary.of(language), false, Structures.PUBLISHED);
        var sentence = Structures.sentence("Anything.");
        for (var slot : named(language, SLOT)) {
            assertThatCode(() -> slots.read(slot, sentence, 0)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr"})
    void everythingIsInLowerCase(String language) {
        assertThat(lines(language).filter(line -> !line.startsWith("#")))
                .allSatisfy(line -> assertThat(line).isEqualTo(line.toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr"})
    void everyMonthHasItsNumber(String language) {
        var vocabulary = Vocabulary.of(language);
        var numbers =
                lines(language)
                        .flatMap(line -> Pattern.compile(" +").splitAsStream(line))
                        .map(word -> vocabulary.value("months", word))
                        .filter(number -> number != null)
                        .collect(Collectors.toSet());
        assertThat(numbers).hasSize(12);
    }

    @Test
    void aLanguageIsChosenByItsTag() {
        assertThat(Vocabulary.forTag("en-GB")).containsExactly(Vocabulary.of("en"));
        assertThat(Vocabulary.forTag("de")).containsExactly(Vocabulary.of("de"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"pt-BR", ""})
    void aTextOfAnUnknownLanguageMayBeInAny(String tag) {
        assertThat(Vocabulary.forTag(tag))
                .containsExactly(Vocabulary.of("en"), Vocabulary.of("de"), Vocabulary.of("fr"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr"})
    void noPhraseIsMissedBecauseASentenceHasNoKeyWord(String language) {
        var vocabulary = Vocabulary.of(language);
        var slots = new Slots(vocabulary, false, Structures.PUBLISHED);
        var posts = new RandomPost(7);
        int found = 0;
        for (int i = 0; i < 300; i++) {
            for (var block : Block.of(posts.next().body(), vocabulary)) {
                for (var it : block.sentences()) {
                    var anything = new Sentence(it.inline(), it.tokens(), it.isLast(), -1);
                    for (var section : sections(language, "phrases")) {
                        int all = vocabulary.find(section, anything, slots).size();
                        assertThat(vocabulary.find(section, it, slots)).hasSize(all);
                        found += all;
                    }
                }
            }
        }
        assertThat(found).isPositive();
    }

    private static Set<String> sections(String language, String sort) {
        return lines(language)
                .filter(line -> line.startsWith("[" + sort + " "))
                .map(line -> line.substring(sort.length() + 2, line.length() - 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> named(String language, Pattern pattern) {
        return lines(language)
                .flatMap(line -> pattern.matcher(line).results())
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> lines(String language) {
        try (var file = Vocabulary.class.getResourceAsStream(language + ".txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
