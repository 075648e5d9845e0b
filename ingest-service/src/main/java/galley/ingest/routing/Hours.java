package galley.ingest.routing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When in a week a rule applies.
 *
 * @param zone the time zone in which the hours are read, a name of the IANA database
 * @param windows it applies in each of them
 */
public record Hours(@Schema(examples = "Europe/Lisbon") String zone, List<Window> windows) {

    /**
     * Hours on some days.
     *
     * @param days names such as {@code monday}; all where none is given
     * @param from when they begin, such as {@code 08:00}; midnight if not given
     * @param to when they end, this minute no longer counting; midnight if not given. Where it is
     *     not after {@code from} they end on the next day
     */
    public record Window(
            @Schema(examples = "[\"monday\"]") List<String> days,
            @Schema(examples = "08:00") String from,
            @Schema(examples = "18:30") String to) {

        /** Copies the days. */
        public Window {
            days = days == null ? List.of() : List.copyOf(days);
        }

        private boolean holds(ZonedDateTime at) {
            var time = at.toLocalTime();
            var today = at.getDayOfWeek();
            if (start().isBefore(end())) {
                return isOn(today) && !time.isBefore(start()) && time.isBefore(end());
            }
            boolean begun = isOn(today) && !time.isBefore(start());
            return begun || (isOn(today.minus(1)) && time.isBefore(end()));
        }

        private boolean isOn(DayOfWeek day) {
            return days.isEmpty()
                    || days.stream()
                            .anyMatch(name -> day.name().equals(name.toUpperCase(Locale.ROOT)));
        }

        private LocalTime start() {
            return from == null ? LocalTime.MIDNIGHT : LocalTime.parse(from);
        }

        private LocalTime end() {
            return to == null ? LocalTime.MIDNIGHT : LocalTime.parse(to);
        }
    }

    /** Copies the windows. */
    public Hours {
        windows = windows == null ? List.of() : List.copyOf(windows);
    }

    /** Whether this is one of the hours. */
    boolean hold(Instant at) {
        var there = at.atZone(ZoneId.of(zone));
        return windows.stream().anyMatch(window -> window.holds(there));
    }
}
