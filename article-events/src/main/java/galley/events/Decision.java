package galley.events;

import java.time.Instant;

/**
 * Who decided what an event tells, and when.
 *
 * @param actor a pseudonym such as {@code staff:<uuid>}, {@code source:<uuid>} or {@code
 *     rule:<id>}; never a name
 * @param note the public reason, where the decision has one
 */
public record Decision(Instant at, String actor, String note) {}
