package galley.editorial.diff;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A part that is not what or where it was.
 *
 * @param part the part's id
 * @param type its type now, or what it was if it is gone
 * @param change what happened to it; it may have moved and say something else
 * @param from its place among the parts before, from 0; null for a new one
 * @param to its place now, from 0; null for one that is gone
 * @param fields what it says of itself; of one that is new or gone, all that it says
 * @param words its body as HTML, word by word; empty where that is the same
 */
public record PartChange(
        String part,
        String type,
        List<What> change,
        Integer from,
        Integer to,
        List<FieldChange> fields,
        List<Run> words) {

    /** What happened to a part. */
    public enum What {
        /** It is new. */
        @JsonProperty("added")
        ADDED,
        /** It is gone. */
        @JsonProperty("removed")
        REMOVED,
        /** It stands before or behind others that it stood behind or before. */
        @JsonProperty("moved")
        MOVED,
        /** It says something else. */
        @JsonProperty("changed")
        CHANGED
    }
}
