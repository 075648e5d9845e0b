package galley.ingest.routing;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a rule asks of an item's field. Of several demands one condition makes, each must be met.
 *
 * @param field a field of the item: headline, text (headline, summary and body), slugline, byline,
 *     author, keyword, subject (code or name), place, language, type, credit, usageTerms,
 *     editorialNote, url, partial, urgency, priority, wordCount
 * @param contains at least one of these words or phrases stands there, as whole words, whatever the
 *     case and the accents; a star at the end stands for any rest of a word
 * @param is the field is one of these, whatever the case; a language also with any region
 * @param atLeast the number is this or more
 * @param atMost the number is this or less
 * @param not turns the condition round
 */
public record Condition(
        @Schema(required = true, examples = "text") String field,
        List<String> contains,
        List<String> is,
        Integer atLeast,
        Integer atMost,
        Boolean not) {

    /** Copies the lists. */
    public Condition {
        contains = contains == null ? List.of() : List.copyOf(contains);
        is = is == null ? List.of() : List.copyOf(is);
    }
}
