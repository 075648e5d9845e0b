package galley.editorial.diff;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MovesTest {
    @ParameterizedTest
    @CsvSource({
        "abc, abc, abc", // nothing moved
        "abcd, dabc, abc", // the last to the front
        "abcd, bcda, bcd", // the first to the back
        "abc, xaybzc, abc", // what is new moves nothing
        "abc, ca, c", // one of two
        "abcdef, abedcf, abef",
    })
    void asFewAsPossibleMoved(String before, String after, String staying) {
        var kept = Moves.staying(List.of(before.split("")), List.of(after.split("")));
        assertThat(kept).hasSize(staying.length());
        assertThat(
                        String.join(
                                "",
                                List.of(before.split("")).stream().filter(kept::contains).toList()))
                .isEqualTo(
                        String.join(
                                "",
                                List.of(after.split("")).stream().filter(kept::contains).toList()));
    }
}
