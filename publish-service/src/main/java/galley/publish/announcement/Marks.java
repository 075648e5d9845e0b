package galley.publish.announcement;

import java.util.List;
import java.util.Objects;

/**
 * What an article is found by.
 *
 * @param kind as the contract writes it, such as {@code round-up}; or null
 * @param language BCP 47, or null
 * @param section the section's name, or null
 * @param sources the source's id and name, and the publishers of reprints
 */
public record Marks(
        String kind,
        String language,
        String section,
        List<String> tags,
        List<String> sources,
        List<String> bylines) {

    /** Of an article that nobody knows anything of. */
    public static final Marks NONE = new Marks(null, null, null, List.of(), List.of(), List.of());

    /** Copies the lists; null counts as none. */
    public Marks {
        tags = present(tags);
        sources = present(sources);
        bylines = present(bylines);
    }

    private static List<String> present(List<String> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
