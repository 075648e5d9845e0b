package galley.editorial.workflow;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import galley.events.WireName;

/** Why an article is turned down, in few words that can be counted; the note says the rest. */
public enum RejectionReason {
    /** There is one of the same already. */
    DUPLICATE,

    /** It is nothing for these readers. */
    OFF_TOPIC,

    /** It may not be published here. */
    RIGHTS,

    /** It is not written, or not researched, well enough. */
    QUALITY,

    /** It may break the law, or somebody's rights. */
    LEGAL,

    /** Its time has passed. */
    OUTDATED,

    /** What the note alone says; also where nobody chose a reason. */
    OTHER;

    /** The reason that a name on the wire means, for example {@code off-topic}; empty for none. */
    public static Optional<RejectionReason> named(String name) {
        return WireName.read(name, RejectionReason.class);
    }

    /** All of their names, for people to choose from. */
    public static String names() {
        return Arrays.stream(values())
                .map(RejectionReason::wireName)
                .collect(Collectors.joining(", "));
    }

    /** The name on the wire. */
    public String wireName() {
        return WireName.of(this);
    }
}
