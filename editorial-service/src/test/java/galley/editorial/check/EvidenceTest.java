package galley.editorial.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Evidence is cut between characters. */
class EvidenceTest {

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
        assertThat(Evidence.start(text, longest)).isEqualTo(start);
    }

    @Test
    void whatStandsBetweenBeginsWithAWholeCharacterToo() {
        String text = "🚢🚢 harbour 🚢🚢";
        assertThat(Evidence.between(text, 1, text.length() - 1)).isEqualTo("🚢 harbour 🚢");
        String long1 = "🚢".repeat(1_000);
        assertThat(Evidence.between(long1, 1_001, 1_005)).isEqualTo("🚢");
    }

    @ParameterizedTest
    @ValueSource(ints = {195, 196, 197, 198, 199, 200})
    void aDefectsEvidenceIsCutSo(int before) {
        String evidence = new Defect(null, "Long", "x".repeat(before) + "🚢🚢🚢").evidence();
        assertThat(evidence).hasSizeLessThanOrEqualTo(200).matches("x+(🚢)*…?");
    }
}
