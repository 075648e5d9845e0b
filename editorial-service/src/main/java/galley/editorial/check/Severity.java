package galley.editorial.check;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a finding means for a release. */
public enum Severity {
    /** It stops the release, unless whoever releases says that it may go out all the same. */
    @JsonProperty("block")
    BLOCK,

    /** It is shown. */
    @JsonProperty("warn")
    WARN,

    /** It is not looked for. */
    @JsonProperty("off")
    OFF
}
