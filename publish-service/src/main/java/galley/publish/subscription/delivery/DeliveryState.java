package galley.publish.subscription.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far something is that a subscriber is sent. */
enum DeliveryState {
    /** It waits for its next try. */
    @JsonProperty("pending")
    PENDING,

    /** A try is under way. */
    @JsonProperty("sending")
    SENDING,

    /** The subscriber took it. */
    @JsonProperty("delivered")
    DELIVERED,

    /** It was given up. */
    @JsonProperty("failed")
    FAILED,

    /** What came later of the same article goes in its place. */
    @JsonProperty("overtaken")
    OVERTAKEN
}
