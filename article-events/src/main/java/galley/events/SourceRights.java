package galley.events;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * What may be done with a source's items, as its rights record said when an item was read, or says
 * since it was changed. Texts are plain, in the terms of IPTC's rights properties.
 *
 * @param reprint whether its texts may be reprinted; null where the record does not say
 * @param pictures whether its pictures may be copied; null where the record does not say
 * @param usageTerms under which terms, or null
 * @param copyrightHolder whose the texts are, or null
 * @param copyrightNotice the notice that a reprint shows, or null
 * @param until from when on nothing is allowed any more; null for no end
 */
public record SourceRights(
        @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL) Permission reprint,
        @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL) Permission pictures,
        String usageTerms,
        String copyrightHolder,
        String copyrightNotice,
        Instant until) {}
