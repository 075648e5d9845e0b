package galley.publish.http;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CodingTest {
    private static final int LARGE = 10_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | GZIP",
                "GZIP | GZIP",
                "x-gzip | GZIP",
                "gzip;q=0.5 | GZIP",
                "deflate, gzip;q=1.0, *;q=0.5 | GZIP",
                "gzip, br;q=0.9 | GZIP",
                "br;q=0, * | GZIP",
                "gzip ; q=0.3, br; q=0.2 | GZIP",
                "br | BROTLI",
                "gzip, deflate, br | BROTLI",
                "br , gzip | BROTLI",
                "gzip;q=0.8, br;q=0.9 | BROTLI",
                "* | BROTLI",
                "gzip;q=0, * | BROTLI",
                "identity, br | BROTLI"
            })
    void compressesForThoseWhoTakeItAsTheyLikeItBest(String acceptEncoding, Coding coding) {
        assertThat(Coding.choose(acceptEncoding, LARGE)).isEqualTo(coding);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "identity",
                "deflate",
                "gzip;q=0",
                "gzip; q=0.000",
                "br;q=0, gzip;q=0",
                "*;q=0",
                "identity;q=0.5, *;q=0.1",
                "identity, gzip;q=0.5",
                "gzip;q=nonsense",
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
