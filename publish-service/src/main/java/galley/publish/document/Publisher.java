package galley.publish.document;

/**
 * Who publishes here.
 *
 * @param name the publication's name
 * @param url the address of its front page
 */
public record Publisher(String name, String url) {}
