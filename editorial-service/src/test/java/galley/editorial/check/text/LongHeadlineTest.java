package galley.editorial.check.text;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import galley.editorial.check.Proofs;

import static org.assertj.core.api.Assertions.assertThat;

class LongHeadlineTest {

    @ParameterizedTest
    @CsvSource({
        "a, 110, 0",
        "a, 111, 1",
        "港, 110, 0",
        "港, 111, 1",
        "🚢, 110, 0",
        "🚢, 111, 1",
        "a, 0, 0"
    })
    void charactersAreCountedAsPeopleDo(String character, int number, int findings) {
        assertThat(
                        new LongHeadline()
                                .look(Proofs.article().headline(character.repeat(number)).proof()))
                .hasSize(findings);
    }
}
