package galley.editorial.comment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a suggestion. */
public enum Outcome {
    /** The article says it now. */
    @JsonProperty("accepted")
    ACCEPTED,

    /** The article stays as it is. */
    @JsonProperty("dismissed")
    DISMISSED
}
