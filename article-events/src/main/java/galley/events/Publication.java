package galley.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What readers get of an article; independent of where its working revision stands. */
public enum Publication {
    @JsonProperty("unpublished")
    UNPUBLISHED,
    @JsonProperty("live")
    LIVE,
    @JsonProperty("withheld")
    WITHHELD,
    @JsonProperty("killed")
    KILLED
}
