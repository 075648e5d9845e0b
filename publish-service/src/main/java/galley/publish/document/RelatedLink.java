package galley.publish.document;

import java.util.UUID;

/**
 * Where readers of an article may go on.
 *
 * @param address of a live article the path of its page, else absolute
 * @param article the live article to which it leads; null for any other address
 */
public record RelatedLink(String title, String address, UUID article) {}
