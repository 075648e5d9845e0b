package galley.messaging;

/**
 * A lane that a relay sends from, once the lanes before it are empty.
 *
 * @param batchSize how many of its records may be in flight
 */
record Tier(Lane lane, int batchSize) {}
