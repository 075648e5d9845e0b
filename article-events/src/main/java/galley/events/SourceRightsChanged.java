package galley.events;

import java.time.Instant;
import java.util.UUID;

/**
 * What may be done with a source's items was set anew; counts for all of them, those that were read
 * before too.
 *
 * @param source id of the source
 * @param revision of the source's settings: of two events the one with the higher counts
 * @param at when it was set
 * @param rights what may be done from now on
 */
public record SourceRightsChanged(UUID source, long revision, Instant at, SourceRights rights) {

    /** CloudEvents type. */
    public static final String TYPE = "galley.source.rights-changed.v1";
}
