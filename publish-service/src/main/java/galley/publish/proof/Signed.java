package galley.publish.proof;

import java.time.Instant;

/**
 * A statement with its signature.
 *
 * @param jws compact, the statement in it
 * @param at since when it holds
 * @param sha256 of the documents that say it
 */
record Signed(String jws, Instant at, Hashes sha256) {}
