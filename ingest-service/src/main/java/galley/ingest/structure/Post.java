package galley.ingest.structure;

import java.time.LocalDate;

/**
 * What is known of an item when its structure is read.
 *
 * @param headline plain text, or empty
 * @param body safe HTML
 * @param language a BCP 47 tag, or null: every known language is tried then
 * @param partial whether the body is only a teaser
 * @param published when the item was published, to which a date without a year belongs; or null
 */
public record Post(
        String headline, String body, String language, boolean partial, LocalDate published) {}
