package galley.benchmarks.structure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Posts that were written to be measured with. A file holds several:
 *
 * <pre>
 * === The headline
 * language: en
 * published: 2026-05-20
 * kind: reprint
 * --- introduction
 * &lt;p>The following article was first published by Maré.&lt;/p>
 * --- reprint
 * publisher: Maré
 * &lt;p>The ferry sails.&lt;/p>
 * </pre>
 *
 * <p>Each part begins with its type, then come the facts about it, then its blocks. Before a block
 * {@code Q[GT]} and {@code A[Field]} say who begins to ask and to answer there; {@code ^^^} is
 * where a list page stops.
 */
final class LabelledPosts {
    /** Posts that the rules were made with. */
    static final List<String> KNOWN = List.of("en.posts", "de.posts", "fr.posts");

    /** Posts that were written when the rules were done. */
    static final List<String> UNSEEN = List.of("unseen.posts");

    private LabelledPosts() {}

    static List<LabelledPost> of(List<String> files) {
        var posts = new ArrayList<LabelledPost>();
        for (var file : files) {
            for (var text : read(file).split("(?m)^=== ")) {
                if (!text.isBlank()) {
                    posts.add(LabelledPostReader.read(text));
                }
            }
        }
        return posts;
    }

    private static String read(String file) {
        try (var in = LabelledPosts.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
