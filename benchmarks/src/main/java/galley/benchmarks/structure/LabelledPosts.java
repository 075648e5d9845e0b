package galley.benchmarks.structure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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

    /**
     * Posts that were each written when the rules seemed done, and were measured before anything
     * was mended after them. What was measured then stands in docs/structure.md.
     */
    static final List<String> WRITTEN_LATER =
            List.of(
                    "unseen-1.posts",
                    "unseen-2.posts",
                    "unseen-3.posts",
                    "unseen-4.posts",
                    "unseen-5.posts");

    private LabelledPosts() {}

    static List<LabelledPost> all() {
        return of(Stream.concat(KNOWN.stream(), WRITTEN_LATER.stream()).toList());
    }

    static List<LabelledPost> of(List<String> files) {
        return files.stream()
                .flatMap(file -> Arrays.stream(read(file).split("(?m)^=== ", -1)))
                .filter(text -> !text.isBlank())
                .map(LabelledPostReader::read)
                .toList();
    }

    private static String read(String file) {
        try (var in = LabelledPosts.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
