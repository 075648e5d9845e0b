package galley.editorial.diff;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A stretch of text in a comparison. What is equal or deleted is the old text, one run after the
 * other; what is equal or inserted is the new one.
 */
public record Run(Op op, String text) {

    /** In which of the texts it stands. */
    public enum Op {
        /** In both. */
        @JsonProperty("equal")
        EQUAL,
        /** In the new text alone. */
        @JsonProperty("insert")
        INSERT,
        /** In the old text alone. */
        @JsonProperty("delete")
        DELETE
    }
}
