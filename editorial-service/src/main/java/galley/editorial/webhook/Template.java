package galley.editorial.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The form in which something is told. */
enum Template {
    /** An incoming webhook of Slack. */
    @JsonProperty("slack")
    SLACK,

    /** An incoming webhook of Mattermost. */
    @JsonProperty("mattermost")
    MATTERMOST,

    /** A webhook of a Microsoft Teams workflow, which takes an Adaptive Card. */
    @JsonProperty("teams")
    TEAMS,

    /** Our own JSON, signed as Standard Webhooks have it. */
    @JsonProperty("json")
    JSON
}
