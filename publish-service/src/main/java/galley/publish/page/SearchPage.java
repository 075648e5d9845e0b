package galley.publish.page;

/**
 * What was found for a reader's words.
 *
 * @param words as they were given; empty where nobody has asked yet
 * @param found null where nobody has asked yet
 */
public record SearchPage(String words, Navigation navigation, ListPage found) {}
