package galley.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether something may be done with what a source delivers. */
public enum Permission {
    @JsonProperty("allowed")
    ALLOWED,
    @JsonProperty("refused")
    REFUSED,
    /** Only after asking, each time. */
    @JsonProperty("ask")
    ASK
}
