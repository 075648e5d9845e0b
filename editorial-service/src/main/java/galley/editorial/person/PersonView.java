package galley.editorial.person;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody on the staff.
 *
 * @param id the pseudonym that everything else names them by
 * @param name how they are called; null while that is not known, and once they are erased
 * @param firstSeen when they first came, or were first named
 */
public record PersonView(UUID id, String name, Instant firstSeen) {}
