package galley.editorial.content;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Texts are cut between characters. */
class WholeCharactersTest {

    @ParameterizedTest
    @CsvSource({
        "harbour, 4, harb",
        "harbour, 7, harbour",
        "harbour, 9, harbour",
        "har⛴🚢, 4, har⛴",
        "har⛴🚢, 5, har⛴",
        "har⛴🚢, 6, har⛴🚢",
        "ports 👩🏽‍✈️, 12, 'ports '",
        "ports 🇵🇹, 8, 'ports '",
        "cafe\u0301s, 4, caf",
        "👩‍👩‍👧‍👦, 3, ''"
    })
    void theStartEndsWithAWholeCharacter(String text, int longest, String start) {
        assertThat(WholeCharacters.start(text, longest)).isEqualTo(start);
    }

    @Test
    void whatStandsBetweenBeginsWithAWholeCharacterToo() {
        String text = "🚢🚢 harbour 🚢🚢";
        assertThat(WholeCharacters.between(text, 1, text.length() - 1)).isEqualTo("🚢 harbour 🚢");
        String long1 = "🚢".repeat(1_000);
        assertThat(WholeCharacters.between(long1, 1_001, 1_005)).isEqualTo("🚢");
    }
}
