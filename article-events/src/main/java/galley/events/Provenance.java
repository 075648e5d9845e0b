package galley.events;

import java.util.UUID;

/**
 * Where an article came from; null for one written by the staff.
 *
 * @param source id of the source
 * @param sourceName the source's name when the item was read
 * @param item id of the item
 * @param itemRevision grows by one with each change that the source made to the item
 * @param sourceVersion the source's own version text, or null
 * @param rawSha256 hash of the document the item was read from, in lower-case hexadecimal
 * @param canonicalUrl the item's address at the source, without tracking parameters
 */
public record Provenance(
        UUID source,
        String sourceName,
        UUID item,
        long itemRevision,
        String sourceVersion,
        String rawSha256,
        String canonicalUrl) {}
