package galley.ingest.routing;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a rule does with the items that it applies to. Where several rules apply, tags add up, and
 * of the rest the first rule that says something counts.
 *
 * @param desk the desk whose queue the article joins
 * @param section the section of the publication
 * @param priority from 1, the first to be dealt with, to 9
 * @param submit whether the article goes to review at once
 * @param release whether it goes out without hands; only for sources that are trusted
 */
public record Actions(
        @Schema(examples = "world") String desk,
        @Schema(examples = "World") String section,
        List<String> tags,
        Integer priority,
        Boolean submit,
        Boolean release) {

    /** Copies the tags. */
    public Actions {
        tags = tags == null ? List.of() : List.copyOf(tags);
    }

    /** Whether it does anything at all. */
    boolean isIdle() {
        return desk == null
                && section == null
                && tags.isEmpty()
                && priority == null
                && !submits()
                && !releases();
    }

    boolean submits() {
        return Boolean.TRUE.equals(submit);
    }

    boolean releases() {
        return Boolean.TRUE.equals(release);
    }
}
