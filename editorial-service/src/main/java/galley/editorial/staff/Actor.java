package galley.editorial.staff;

import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who did something, as events and the history name it.
 *
 * @param id {@code staff:<pseudonym>}, {@code source:<id>} or {@code service:<name>}
 */
public record Actor(String id) {
    /** The publish service, which reports what it delivered. */
    public static final Actor PUBLISH = new Actor("service:publish");

    private static final String STAFF = "staff:";

    /** A member of the staff, by pseudonym. */
    public static Actor staff(UUID pseudonym) {
        return new Actor(STAFF + pseudonym);
    }

    /** A source, by its id in the ingest service. */
    public static Actor source(UUID source) {
        return new Actor("source:" + source);
    }

    /** The pseudonym, where the actor is a person; nothing otherwise. */
    Stream<UUID> pseudonym() {
        return id.startsWith(STAFF)
                ? Stream.of(UUID.fromString(id.substring(STAFF.length())))
                : Stream.empty();
    }

    @Override
    public String toString() {
        return id;
    }
}
