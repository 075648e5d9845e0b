package galley.ingest.routing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HoursTest {
    private static boolean hold(Hours.Window window, String at) {
        var zone = "Europe/Lisbon";
        return new Hours(zone, List.of(window))
                .hold(LocalDateTime.parse(at).atZone(ZoneId.of(zone)).toInstant());
    }

    /** 2026-05-18 is a Monday. */
    @ParameterizedTest
    @CsvSource({
        "monday, 08:00, 18:00, 2026-05-18T08:00, true",
        "monday, 08:00, 18:00, 2026-05-18T17:59:59, true",
        "monday, 08:00, 18:00, 2026-05-18T18:00, false",
        "monday, 08:00, 18:00, 2026-05-18T07:59, false",
        "monday, 08:00, 18:00, 2026-05-19T09:00, false",
        "Monday, 22:00, 06:00, 2026-05-18T23:00, true",
        "monday, 22:00, 06:00, 2026-05-19T05:59, true",
        "monday, 22:00, 06:00, 2026-05-19T06:00, false",
        "monday, 22:00, 06:00, 2026-05-18T05:00, false",
        "monday, 22:00, 06:00, 2026-05-19T23:00, false",
        "monday, , , 2026-05-18T00:00, true",
        "monday, , , 2026-05-18T23:59, true",
        "monday, , , 2026-05-19T00:00, false",
        "monday, 12:00, , 2026-05-18T23:59, true",
        "monday, , 12:00, 2026-05-18T12:00, false"
    })
    void aWindowIsOpenAtItsHours(String day, String from, String to, String at, boolean open) {
        assertThat(hold(new Hours.Window(List.of(day), from, to), at)).isEqualTo(open);
    }

    @Test
    void withoutDaysItIsOpenOnAll() {
        var mornings = new Hours.Window(null, "06:00", "10:00");
        assertThat(hold(mornings, "2026-05-23T07:00")).isTrue();
        assertThat(hold(mornings, "2026-05-23T10:00")).isFalse();
    }

    @Test
    void theZoneIsTheDesksAndKnowsSummerTime() {
        var atEight = new Hours("Europe/Lisbon", List.of(new Hours.Window(null, "08:00", "09:00")));
        assertThat(atEight.hold(Instant.parse("2026-01-20T08:30:00Z"))).isTrue();
        assertThat(atEight.hold(Instant.parse("2026-07-20T08:30:00Z"))).isFalse();
        assertThat(atEight.hold(Instant.parse("2026-07-20T07:30:00Z"))).isTrue();
    }
}
