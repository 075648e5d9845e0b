package galley.editorial.check;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DefectTest {
    @ParameterizedTest
    @ValueSource(ints = {195, 196, 197, 198, 199, 200})
    void evidenceIsCutBetweenCharacters(int before) {
        String evidence = new Defect(null, "Long", "x".repeat(before) + "🚢🚢🚢").evidence();
        assertThat(evidence).hasSizeLessThanOrEqualTo(200).matches("x+(🚢)*…?");
    }
}
