package galley.ingest.source;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rights record: what may be done with a source's items. It takes the place of the earlier one as
 * a whole; an empty one says nothing.
 *
 * @param reprint {@code allowed}, {@code refused} or {@code ask}: whether texts may be reprinted
 * @param pictures the same: whether pictures may be copied
 * @param until the last day (UTC), or the time from which on, nothing is allowed any more
 */
record NewRights(
        @Schema(examples = "allowed") String reprint,
        @Schema(examples = "refused") String pictures,
        @Schema(examples = "Reprints name the paper and link to it.") String usageTerms,
        @Schema(examples = "The Tide Letter") String copyrightHolder,
        @Schema(examples = "© The Tide Letter") String copyrightNotice,
        @Schema(examples = "2027-12-31") String until) {}
