package galley.publish.subscription;

import java.util.UUID;

/**
 * A subscription is active again, or leads elsewhere; told in the transaction that makes it so.
 *
 * @param from the last announcement that it had before it stopped
 * @param head the last one that was handed out meanwhile; {@code from} if it had not stopped
 */
public record Renewed(UUID subscription, long from, long head) {}
