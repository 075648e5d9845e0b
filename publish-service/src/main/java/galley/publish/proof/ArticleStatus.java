package galley.publish.proof;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Whether an article stands.
 *
 * @param version the latest that the world was told of
 * @param status {@code usable}, {@code withheld} or {@code canceled}
 * @param at since when
 * @param note why it was withdrawn, or what was corrected, or null
 * @param sha256 of the documents that say so, in canonical form
 * @param signature compact JWS of all that
 * @param copy what the copy is worth that was asked about; left out where none was
 */
record ArticleStatus(
        UUID id,
        int version,
        long revision,
        String status,
        Instant at,
        String note,
        Hashes sha256,
        String signature,
        @JsonInclude(JsonInclude.Include.NON_NULL) Standing copy) {}
