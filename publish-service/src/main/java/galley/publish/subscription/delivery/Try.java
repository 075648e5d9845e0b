package galley.publish.subscription.delivery;

import java.time.Instant;

/**
 * How one try went.
 *
 * @param at when it began
 * @param status what was answered; null for nothing
 * @param problem why it was not taken; null if it was
 * @param millis how long it took
 */
record Try(Instant at, Integer status, String problem, long millis) {}
