package galley.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether somebody has what they are sent. */
public enum ReceiptState {
    /** It is under way. */
    @JsonProperty("pending")
    PENDING,

    /** They have said that they have it. */
    @JsonProperty("confirmed")
    CONFIRMED,

    /** It is sent no more. */
    @JsonProperty("failed")
    FAILED,

    /** What came later of the article is sent in its place. */
    @JsonProperty("overtaken")
    OVERTAKEN
}
