package galley.publish.page;

/**
 * Words that may lead somewhere.
 *
 * @param address a path or an address; null for words alone
 */
public record Link(String words, String address) {}
