package galley.publish.proof;

import java.time.Instant;

/**
 * What a signature says: the claims of a JWT (RFC 7519) that never expires.
 *
 * @param iss who says it: the publication's address
 * @param sub of which article: {@code urn:uuid:} and its id
 * @param version of the article; an earlier one stands no longer
 * @param revision orders statements on one article, as {@code ce_sequence} does
 * @param status {@code usable}, {@code withheld} or {@code canceled}
 * @param at since when, as the document says
 * @param sha256 of the documents that say it
 */
record Statement(
        String iss,
        String sub,
        int version,
        long revision,
        String status,
        Instant at,
        Hashes sha256) {}
