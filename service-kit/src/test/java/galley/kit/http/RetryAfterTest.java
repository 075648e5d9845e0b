package galley.kit.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                              | PT0S",
                "120                           | PT2M",
                "Fri, 06 Nov 2026 08:00:00 GMT | P4D",
                "Fri, 06-Nov-26 08:00:00 GMT   | P4D",
                "Sun, 01 Nov 2026 08:00:00 GMT | PT0S",
                "soon                          | PT0S",
                "-5                            | PT0S",
                "99999999999999999999          | PT0S"
            })
    void aWishIsReadByTheServersOwnClock(String wish, String length) {
        assertThat(wait(wish, "Mon, 02 Nov 2026 08:00:00 GMT")).isEqualTo(Duration.parse(length));
    }

    @Test
    void aTimeOfAServerThatTellsNoneIsReadByOurs() {
        var inAnHour =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        Instant.now().plusSeconds(3600).atOffset(ZoneOffset.UTC));
        assertThat(wait(inAnHour, null)).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
    }

    private static Duration wait(String wish, String date) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Retry-After", wish == null ? "" : wish);
        if (date != null) {
            headers.put("Date", date);
        }
        var address = URI.create("https://a.example/");
        return new Fetched(503, address, null, headers, new byte[0]).retryAfter();
    }
}
