package galley.editorial.staff;

import java.util.UUID;

/**
 * Who did something, as events and the history name it.
 *
 * @param id {@code staff:<pseudonym>}, {@code source:<id>}, {@code rule:<id>} or {@code
 *     service:<name>}
 */
public record Actor(String id) {
    /** The publish service, which reports what it delivered. */
    public static final Actor PUBLISH = new Actor("service:publish");

    /** A source, by its id in the ingest service. */
    public static Actor source(UUID source) {
        return new Actor("source:" + source);
    }

    /** A rule that acts without hands, by its id in the ingest service. */
    public static Actor rule(UUID rule) {
        return new Actor("rule:" + rule);
    }

    @Override
    public String toString() {
        return id;
    }
}
