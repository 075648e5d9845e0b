package galley.publish.content;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import galley.kit.problem.Problems;

/** The members of an article that a client asks for. */
record Fields(Set<String> names) {
    /** Every member that there is. */
    private static final List<String> KNOWN =
            Arrays.stream(ContentArticle.class.getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList();

    /**
     * Reads the query parameter.
     *
     * @param text names separated by commas; null or nothing for all
     * @throws galley.kit.problem.Problem 400 when one of them is no article's
     */
    static Fields read(String text) {
        if (text == null || text.isEmpty()) {
            return new Fields(Set.of());
        }
        Set<String> names = new LinkedHashSet<>();
        for (var part : text.split(",", -1)) {
            var name = part.strip();
            if (!KNOWN.contains(name)) {
                throw Problems.of(
                        400,
                        "bad-fields",
                        "Bad fields",
                        "There is no field "
                                + name
                                + "; there are "
                                + String.join(", ", KNOWN)
                                + ".");
            }
            names.add(name);
        }
        return new Fields(names);
    }

    /** What the client gets of an article. */
    Object of(ContentArticle article, ObjectMapper json) {
        return names.isEmpty() ? article : json.<ObjectNode>valueToTree(article).retain(names);
    }
}
