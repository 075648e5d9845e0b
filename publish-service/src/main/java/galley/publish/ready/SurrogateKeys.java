package galley.publish.ready;

import java.util.List;
import java.util.UUID;

/**
 * The names of what an answer is made of, in its header {@value #HEADER}, so that whoever keeps
 * answers can drop those that a change touches.
 */
public final class SurrogateKeys {
    /** The header, its names separated by spaces. */
    public static final String HEADER = "Surrogate-Key";

    /** The key of what any change of any article may touch, such as lists and what is missing. */
    public static final String EDITION = "edition";

    private SurrogateKeys() {}

    /** The key of what shows this article alone. */
    public static String of(UUID article) {
        return article(article.toString());
    }

    /** The keys of all that a change of this article touches. */
    public static List<String> touchedBy(UUID article) {
        return List.of(of(article), EDITION);
    }

    static String article(String id) {
        return "article/" + id;
    }

    /**
     * Reads the header.
     *
     * @param header its value, or null
     */
    static List<String> read(Object header) {
        return header == null ? List.of(EDITION) : List.of(header.toString().split(" "));
    }
}
