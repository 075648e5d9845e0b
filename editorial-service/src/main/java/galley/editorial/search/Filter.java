package galley.editorial.search;

/**
 * Which articles somebody looks for.
 *
 * @param conditions what they must be
 * @param words a text query that is among the conditions; null where nobody looks for words
 * @param impossible whether nothing can match: the words that are looked for are none
 */
record Filter(Conditions conditions, String words, boolean impossible) {}
