package galley.editorial.schedule;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Something that is due.
 *
 * @param local the same time on the clocks of the zone that was asked for
 * @param what {@code release}: a scheduled release; {@code embargo}: an embargo ends; {@code due}:
 *     somebody's work is to be done
 * @param workflow as articles name it
 */
public record CalendarEntry(
        Instant at,
        OffsetDateTime local,
        String what,
        UUID article,
        String headline,
        String workflow,
        String desk,
        String assignee) {}
