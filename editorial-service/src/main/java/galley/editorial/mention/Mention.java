package galley.editorial.mention;

/**
 * Somebody whom a text names.
 *
 * @param actor {@code staff:<pseudonym>}
 * @param name how they are called, while that is known
 */
public record Mention(String actor, String name) {}
