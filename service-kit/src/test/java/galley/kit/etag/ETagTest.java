package galley.kit.etag;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.kit.problem.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class ETagTest {
    private static final ETag SEVEN = ETag.of(7);

    @Test
    void isWrittenInQuotes() {
        assertThat(SEVEN).hasToString("\"7\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"7\"", "*", " * ", "\"6\", \"7\"", "\"a,b\" , \"7\"", "W/\"7\",\"7\""})
    void aMatchingPreconditionHolds(String ifMatch) {
        assertThatNoException().isThrownBy(() -> SEVEN.requireMatch(ifMatch));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "W/\"7\"", "7", "\"7", "\"stale\"", "\"77\"", "\"a,7,b\""})
    void anyOtherPreconditionFails(String ifMatch) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> SEVEN.requireMatch(ifMatch))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(412));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void noPreconditionIsAskedFor(String ifMatch) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> SEVEN.requireMatch(ifMatch))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(428));
    }

    @Test
    void aReaderWhoHasItIsRecognisedByWeakComparison() {
        assertThat(SEVEN.isKnownTo("\"7\"")).isTrue();
        assertThat(SEVEN.isKnownTo("\"1\", W/\"7\"")).isTrue();
        assertThat(SEVEN.isKnownTo("*")).isTrue();
        assertThat(SEVEN.isKnownTo("\"8\"")).isFalse();
        assertThat(SEVEN.isKnownTo(null)).isFalse();
    }
}
