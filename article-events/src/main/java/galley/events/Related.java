package galley.events;

import java.util.UUID;

/**
 * Where readers of an article may go on: an address, or another article of the same publication.
 *
 * @param title plain text, what the link says
 * @param url absolute http or https address; null where {@code article} says where
 * @param article id of an article, which readers see only while that is live; null for an address
 */
public record Related(String title, String url, UUID article) {}
