package galley.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The state of an article's working revision in editorial review. */
public enum Workflow {
    @JsonProperty("received")
    RECEIVED,
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("in-review")
    IN_REVIEW,
    @JsonProperty("changes-requested")
    CHANGES_REQUESTED,
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("scheduled")
    SCHEDULED,
    @JsonProperty("released")
    RELEASED,
    @JsonProperty("rejected")
    REJECTED,
    @JsonProperty("spiked")
    SPIKED
}
