package galley.publish.edition;

import java.time.Instant;
import java.util.UUID;

/**
 * One state of one article; two that are equal have the same content.
 *
 * @param changedAt tells the states of a revision apart: a rebuild may put one right
 */
public record Version(UUID id, long revision, Instant changedAt) {}
