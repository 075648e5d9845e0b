package galley.benchmarks.structure;

/**
 * Something that is so about a post, or that is proposed.
 *
 * @param field as in a proposal
 * @param part number of the part from 0, or null for the whole post
 */
record Fact(String field, Integer part, String value) {}
