package galley.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * A whole article at one revision.
 *
 * @param id UUIDv7, the same from ingest to retraction
 * @param revision grows by one with every accepted change; orders events and guards writes
 * @param version what the public counts: 0 until the first release, then one more with every
 *     released change or kill
 * @param slug the last segment of the public address; null until the first release
 * @param language BCP 47
 * @param kind null where the reader is older than the kind
 * @param headline plain text
 * @param standfirst plain text, or null
 * @param bylines plain text, one for each line
 * @param teaserBreak where a list page stops, or null
 * @param proposals structure that was read from the text and waits for an editor
 * @param related where readers may go on, in this order; absent in older events
 * @param workflow null where the reader is older than the state
 * @param publishedAt the later of the first release and the embargo; set once
 * @param updatedAt the last accepted change
 * @param url the public address, or null while there is none
 * @param desk the desk in whose queue it is, or null; of editorial alone
 * @param priority from 1, the first to be dealt with, to 9; or null; of editorial alone
 * @param scheduledAt when the approved revision goes out by itself, or null
 * @param amendment what the working revision of a released article is for, or null
 * @param assignee who has it in hand, by a pseudonym such as {@code staff:<uuid>}; or null
 * @param dueAt by when that is to be done, or null
 */
public record Article(
        UUID id,
        long revision,
        int version,
        String slug,
        String language,
        @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL) Kind kind,
        String headline,
        String standfirst,
        String section,
        List<String> tags,
        List<String> bylines,
        List<Subject> subjects,
        Rights rights,
        List<Proposal> proposals,
        TeaserBreak teaserBreak,
        List<Part> parts,
        List<Related> related,
        @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL) Workflow workflow,
        Publication publication,
        Instant embargoedUntil,
        Instant publishedAt,
        Instant updatedAt,
        String url,
        List<Correction> corrections,
        Provenance provenance,
        String desk,
        Integer priority,
        Instant scheduledAt,
        Amendment amendment,
        String assignee,
        Instant dueAt) {

    /** Events from before there were related articles have none. */
    public Article {
        related = related == null ? List.of() : List.copyOf(related);
    }
}
