package galley.editorial.figures;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FewValuesTest {
    private final FewValues reasons = new FewValues(2);

    @Test
    void theFirstFewAreKeptAndWhatComesLaterIsOther() {
        assertThat(reasons.of("Too late")).isEqualTo("Too late");
        assertThat(reasons.of("Not ours")).isEqualTo("Not ours");
        assertThat(reasons.of("Nobody knows")).isEqualTo(FewValues.OTHER);
        assertThat(reasons.of("Too late")).isEqualTo("Too late");
    }

    @Test
    void spacesAndLinesMakeNoOtherValue() {
        assertThat(reasons.of(" Too\n late ")).isEqualTo("Too late");
    }

    @Test
    void nothingIsAnEmptyValue() {
        assertThat(reasons.of(null)).isEmpty();
    }

    @Test
    void aLongValueEndsBetweenTwoCharacters() {
        assertThat(reasons.of("😀".repeat(101))).isEqualTo("😀".repeat(99) + "…");
        assertThat(reasons.of("a".repeat(100))).isEqualTo("a".repeat(100));
    }
}
