package galley.publish.subscription;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a subscriber is told as an article changes. */
public enum EventType {
    /** Readers get it for the first time. */
    PUBLISHED("article.published"),

    /** Readers get another version of it, or get it again. */
    UPDATED("article.updated"),

    /** Readers get nothing of it for now. */
    WITHHELD("article.withheld"),

    /** It is withdrawn for good. */
    WITHDRAWN("article.withdrawn"),

    /** A cache drops what it has of it, whatever has changed; for those who want nothing else. */
    PURGE("cache.purge");

    /** Those that carry articles, by their names on the wire. */
    public static final List<String> OF_ARTICLES =
            Stream.of(PUBLISHED, UPDATED, WITHHELD, WITHDRAWN).map(EventType::wireName).toList();

    private static final Set<EventType> TAKING_BACK = Set.of(WITHHELD, WITHDRAWN);

    private final String wireName;

    EventType(String wireName) {
        this.wireName = wireName;
    }

    /** For example {@code article.published}. */
    public String wireName() {
        return wireName;
    }

    /** Whether the text that was sent before is not to be shown any more. */
    public boolean takesBack() {
        return TAKING_BACK.contains(this);
    }
}
