package galley.ingest.format;

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
                "2026-05-20                           | 2026-05-20T00:00:00Z",
                "Wed,20 May 2026 10:00:00             | 2026-05-20T10:00:00Z",
                "Wed, 20 May, 2026 10:00:00 UTC       | 2026-05-20T10:00:00Z",
                "Wed, 6 May 2026 9:05:07 Etc/GMT      | 2026-05-06T09:05:07Z",
                "Wed, 20 May 2026 10:00:00 mest       | 2026-05-20T08:00:00Z",
                "Wed May 20 2026 10:00:00 GMT+0200 (Central European Summer Time)"
                        + "                           | 2026-05-20T08:00:00Z",
                "Wed May 20 10:00:00 2026             | 2026-05-20T10:00:00Z",
                "Wed May 20 10:00:00 +0200 2026       | 2026-05-20T08:00:00Z",
                "Wed May  6 10:00:00 EST 2026         | 2026-05-06T15:00:00Z",
                "May 20, 2026                         | 2026-05-20T00:00:00Z",
                "May 20th, 2026, 12:15 a.m.           | 2026-05-20T00:15:00Z",
                "Wednesday, May 20, 2026 at 9:05 PM ET| 2026-05-21T02:05:00Z",
                "20.05.2026 10:00                     | 2026-05-20T10:00:00Z",
                "Wed, 2026/05/20 10:00:00 EDT         | 2026-05-20T14:00:00Z",
                "2026-05-20 10:00:00 -0330            | 2026-05-20T13:30:00Z",
                "2026-5-6T9:05                        | 2026-05-06T09:05:00Z",
                "2026-005-06T09:05:00Z                | 2026-05-06T09:05:00Z",
                "2026-05                              | 2026-05-01T00:00:00Z",
                "2026                                 | 2026-01-01T00:00:00Z",
                "20260520                             | 2026-05-20T00:00:00Z",
                "20260520T100000+0200                 | 2026-05-20T08:00:00Z",
                "20260520T100000Z                     | 2026-05-20T10:00:00Z",
                "1779271200                           | 2026-05-20T10:00:00Z",
                "1779271200123                        | 2026-05-20T10:00:00.123Z"
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
                "20 May 2026 10:00:00 +9999",
                "20 May 2026 1:2:3:4",
                "0000-00-00 00:00:00",
                "-0001-11-30T00:00:00",
                "Wed, 30 Nov -0001 00:00:00 +0000",
                "9999-12-31T23:59:59-12:00",
                "05/06/2026",
                "2026-05-20T10:xx:00Z",
                "2026-05-20T10:00:61Z",
                "999999999999999999999"
            })
    void anythingElseIsNoTime(String text) {
        assertThat(FeedDate.parse(text)).isNull();
    }
}
