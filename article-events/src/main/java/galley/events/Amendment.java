package galley.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What the working revision of a released article is for; the next release makes it known.
 *
 * @param kind null where the reader is older than the kind
 * @param note what was wrong; null for an update that says nothing
 */
public record Amendment(
        @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL) Kind kind,
        String note) {

    /** Whether readers are told that something was wrong. */
    public enum Kind {
        /** Something was wrong; readers are told what. */
        @JsonProperty("correction")
        CORRECTION,
        /** Something is new. */
        @JsonProperty("update")
        UPDATE
    }
}
