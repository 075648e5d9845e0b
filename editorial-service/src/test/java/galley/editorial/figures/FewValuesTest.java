package galley.editorial.figures;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FewValuesTest {
    private final FewValues desks = new FewValues(2);

    @Test
    void theFirstFewAreKeptAndWhatComesLaterIsOther() {
        assertThat(desks.of("Coast")).isEqualTo("Coast");
        assertThat(desks.of("Home")).isEqualTo("Home");
        assertThat(desks.of("World")).isEqualTo(FewValues.OTHER);
        assertThat(desks.of("Coast")).isEqualTo("Coast");
    }

    @Test
    void spacesAndLinesMakeNoOtherValue() {
        assertThat(desks.of(" Far\n coast ")).isEqualTo("Far coast");
    }

    @Test
    void nothingIsAnEmptyValue() {
        assertThat(desks.of(null)).isEmpty();
    }

    @Test
    void aLongValueEndsBetweenTwoCharacters() {
        assertThat(desks.of("😀".repeat(101))).isEqualTo("😀".repeat(99) + "…");
        assertThat(desks.of("a".repeat(100))).isEqualTo("a".repeat(100));
    }
}
