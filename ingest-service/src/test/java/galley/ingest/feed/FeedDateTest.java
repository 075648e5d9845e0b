package galley.ingest.feed;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FeedDateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Wed, 20 May 2026 10:00:00 GMT        | 2026-05-20T10:00:00Z",
                "Wed, 20 May 2026 10:00:00 +0200      | 2026-05-20T08:00:00Z",
                "Wed, 20 May 2026 10:00:00 -0330      | 2026-05-20T13:30:00Z",
                "Tue, 20 May 2026 10:00:00 GMT        | 2026-05-20T10:00:00Z",
                "Wed 20 May 2026 10:00:00 UT          | 2026-05-20T10:00:00Z",
                "20 May 2026 10:00 Z                  | 2026-05-20T10:00:00Z",
                "20 May 26 10:00:00 EST               | 2026-05-20T15:00:00Z",
                "Wednesday, 20 May 2026 10:00:00 PDT  | 2026-05-20T17:00:00Z",
                "Wed, 20-May-2026 10:00:00 GMT        | 2026-05-20T10:00:00Z",
                "Wed,  20  Sept  2026  9:05:00 CEST   | 2026-09-20T07:05:00Z",
                "20 December 2026                     | 2026-12-20T00:00:00Z",
                "Wed, 20 May 2026 10:00:00 GMT+02:00  | 2026-05-20T08:00:00Z",
                "Wed, 20 May 2026 10:00:00 +0000 (UTC)| 2026-05-20T10:00:00Z",
                "Wed, 20 May 2026 23:59:60 GMT        | 2026-05-20T23:59:59Z",
                "2026-05-20T10:00:00Z                 | 2026-05-20T10:00:00Z",
                "2026-05-20T10:00:00.123+02:00        | 2026-05-20T08:00:00Z",
                "2026-05-20T10:00:00+0200             | 2026-05-20T08:00:00Z",
                "2026-05-20 10:00                     | 2026-05-20T10:00:00Z",
                "2026-05-20                           | 2026-05-20T00:00:00Z"
            })
    void timesAreReadHoweverTheyAreWritten(String text, String time) {
        assertThat(FeedDate.parse(text)).hasToString(time);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "yesterday",
                "Wed, 31 Feb 2026 10:00:00 GMT",
                "20 Foo 2026",
                "2026-13-01",
                "2026-05-20T25:00:00Z",
                "1779271200",
                "20 May 2026 10:00:00 +9999"
            })
    void anythingElseIsNoTime(String text) {
        assertThat(FeedDate.parse(text)).isNull();
    }
}
