package galley.editorial.history;

import java.util.List;
import java.util.UUID;

/**
 * Whether all articles' histories are what they were.
 *
 * @param articles how many were looked at
 * @param entries how many they have
 * @param broken how many articles' histories are not intact
 * @param first some of those, by the articles' age
 */
public record FullVerification(long articles, long entries, long broken, List<Broken> first) {

    /** Copies the list. */
    public FullVerification {
        first = List.copyOf(first);
    }

    /**
     * A history that is not intact.
     *
     * @param article the article's id
     * @param entry as {@link Verification#firstBroken}
     */
    public record Broken(UUID article, Long entry) {}
}
