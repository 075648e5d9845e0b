package galley.publish.proof;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * SHA-256 of an article's documents in canonical form, as 64 lower-case hexadecimal digits; null
 * for a form in which it was not to be had.
 *
 * @param article of the content API's JSON
 * @param ninjs of the ninjs document
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Hashes(String article, String ninjs) {}
