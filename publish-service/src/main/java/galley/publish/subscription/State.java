package galley.publish.subscription;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a subscriber is sent anything. */
public enum State {
    /** What is published. */
    @JsonProperty("active")
    ACTIVE,

    /** Nothing, until somebody says so. */
    @JsonProperty("paused")
    PAUSED,

    /** Nothing, as it failed for too long or is gone, until somebody says so. */
    @JsonProperty("disabled")
    DISABLED
}
