package galley.editorial.notification;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why somebody should know. */
public enum Kind {
    /** A comment names them. */
    @JsonProperty("mention")
    MENTION,

    /** Somebody replied in their thread. */
    @JsonProperty("reply")
    REPLY,

    /** An article begins to match their saved search. */
    @JsonProperty("match")
    MATCH
}
