package galley.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What sort of media something is. */
public enum MediaKind {
    @JsonProperty("video")
    VIDEO,
    @JsonProperty("audio")
    AUDIO,
    @JsonProperty("image")
    IMAGE,
    @JsonProperty("document")
    DOCUMENT
}
