package galley.publish.http;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CodingTest {
    private static final int LARGE = 10_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "GZIP",
                "x-gzip",
                "gzip;q=0.5",
                "deflate, gzip;q=1.0, *;q=0.5",
                "br , gzip",
                "*",
                "identity;q=0.5, *;q=0.1"
            })
    void compressesForThoseWhoTakeIt(String acceptEncoding) {
        assertThat(Coding.choose(acceptEncoding, LARGE)).isEqualTo(Coding.GZIP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "identity",
                "br",
                "gzip;q=0",
                "gzip; q=0.000",
                "*;q=0",
                "gzip;q=0, *",
                "gzipped"
            })
    void doesNotForOthers(String acceptEncoding) {
        assertThat(Coding.choose(acceptEncoding, LARGE)).isEqualTo(Coding.IDENTITY);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 500})
    void doesNotForWhatIsSmallAnyway(int size) {
        assertThat(Coding.choose("gzip", size)).isEqualTo(Coding.IDENTITY);
    }
}
