package galley.editorial.notification;

import java.util.UUID;

/**
 * Told within the transaction in which somebody is notified.
 *
 * @param notification its id
 * @param recipient a pseudonym; nobody else may know of it
 */
public record Told(UUID notification, String recipient, UUID article) {}
