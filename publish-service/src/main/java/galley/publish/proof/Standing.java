package galley.publish.proof;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a copy that somebody holds is worth. */
enum Standing {
    /** It is the version that stands. */
    CURRENT,
    /** A later version stands. */
    OUTDATED,
    /** Editorial keeps the article from readers for now: do not show it. */
    WITHHELD,
    /** The article was withdrawn: drop it. */
    WITHDRAWN,
    /** It is nothing that was published here: another text, or a version that there is not. */
    UNKNOWN;

    /** The name in JSON. */
    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
