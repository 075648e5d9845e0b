package galley.ingest.structure;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** How the phrases in the languages' tables are read. */
class PhraseTest {
    private final Slots slots = new Slots(Vocabulary.of("en"), false, Structures.PUBLISHED);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    published by           | It was published by them
                    published in,by,on     | It was published on Monday
                    publi* by              | The publication by them
                    with the * by          | It was with the pilot by them
                    with the (*) by        | It was with the by them
                    published (first) by   | It was published by them
                    published (first) by   | It was published first by them
                    published .. by        | It was published last week by them
                    published ... by       | It was published in one of the last days of that May by them
                    ^ published            | Published by them
                    ^ published            | “Published by them
                    ^ published            | Note: published by them
                    by them $              | Published by them.
                    on <weekdays>          | Published on Monday
                    """)
    void findsWhatItSays(String phrase, String text) {
        assertThat(finds(phrase, text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    published by           | It was published on Monday
                    publi* by              | The pub by them
                    with the * by          | It was with the old pilot by them
                    published .. by        | It was published in one of the last days of that May by them
                    ^ published            | It was published by them
                    by them $              | Published by them and others
                    on <weekdays>          | Published on paper
                    published in {language} | Published in Osthaven
                    """)
    void findsNothingElse(String phrase, String text) {
        assertThat(finds(phrase, text)).isFalse();
    }

    @Test
    void takesUpWhatItLooksFor() {
        var sentence = Structures.sentence("It was first published in Spanish by Radio Mar today.");
        var match = Phrase.parse("published in {language} by {publisher}").at(sentence, 3, slots);
        assertThat(match.evidence()).isEqualTo("published in Spanish by Radio Mar");
        assertThat(match.found())
                .extracting(PhraseMatch.Found::slot, PhraseMatch.Found::values)
                .containsExactly(
                        tuple("language", List.of("es")), tuple("publisher", List.of("Radio Mar")));
    }

    @Test
    void forgetsWhatItTookUpOnAWrongWay() {
        var sentence = Structures.sentence("Published in Spanish in Radio Mar.");
        var match =
                Phrase.parse("published (in {language} by) ... in {publisher}")
                        .at(sentence, 0, slots);
        assertThat(match.found()).extracting(PhraseMatch.Found::slot).containsExactly("publisher");
    }

    @Test
    void aParenthesisThatWasNotOpenedIsAnError() {
        assertThatThrownBy(() -> Phrase.parse("published first) by"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    the following by        | following
                    (the following) by them | them
                    publi* by               | by
                    on <weekdays> .. now    | wednesday
                    """)
    void isKnownByTheWordThatFewestSentencesHave(String phrase, String word) {
        assertThat(Phrase.parse(phrase).keyWords(Vocabulary.of("en"))).contains(word);
    }

    @Test
    void withoutAnyWordOfItsOwnItMayBeInAnySentence() {
        assertThat(Phrase.parse("publi* (by) {date}").keyWords(Vocabulary.of("en"))).isEmpty();
    }

    private boolean finds(String phrase, String text) {
        var phrases = List.of(Phrase.parse(phrase.replace(',', '|')));
        var table = new PhraseTable(phrases, Vocabulary.of("en"));
        return !table.in(Structures.sentence(text), slots).isEmpty();
    }
}
