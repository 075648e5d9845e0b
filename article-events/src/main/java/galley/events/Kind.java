package galley.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What sort of piece an article is. */
public enum Kind {
    @JsonProperty("reprint")
    REPRINT,
    @JsonProperty("round-up")
    ROUND_UP,
    @JsonProperty("original")
    ORIGINAL,
    @JsonProperty("report")
    REPORT,
    @JsonProperty("interview")
    INTERVIEW,
    @JsonProperty("statement")
    STATEMENT,
    @JsonProperty("video")
    VIDEO
}
