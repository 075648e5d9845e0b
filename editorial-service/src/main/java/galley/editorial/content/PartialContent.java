package galley.editorial.content;

import java.util.List;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import galley.events.Kind;
import galley.kit.json.Errors;
import galley.kit.json.StrictJson;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Some of the content of an article, with which articles can begin: what is missing stays so. */
public final class PartialContent {
    private static final String HEADLINE = "headline";
    private static final String KIND = "kind";

    private final ContentReader reader;

    /**
     * Makes a reader.
     *
     * @param sanitizer makes a body safe HTML
     * @param pictures those that articles can show
     */
    public PartialContent(UnaryOperator<String> sanitizer, KnownPictures pictures) {
        this.reader = new ContentReader(sanitizer, pictures);
    }

    /**
     * Checks and cleans what there is, as a save of an article does.
     *
     * @param json members of an article, or null for none
     * @param path where it stands in what was sent, for the names of fields
     * @param kind of what kind the articles are; one that is said within must be the same
     * @return only members that were sent, with the kind
     * @throws Problem 422 that names every field that is wrong
     */
    public ObjectNode read(JsonNode json, String path, Kind kind) {
        if (!(json instanceof ObjectNode sent)) {
            throw Problems.unprocessable(path, "It is a JSON object.");
        }
        Errors errors = new Errors();
        ObjectNode whole = sent.deepCopy();
        JsonNode kindName = StrictJson.treeOf(kind);
        if (whole.hasNonNull(KIND) && !whole.path(KIND).equals(kindName)) {
            errors.add(KIND, "It says another kind than stands beside it.");
        }
        whole.set(KIND, kindName);
        if (!whole.hasNonNull(HEADLINE)) {
            whole.put(HEADLINE, "Any"); // each article gets its own
        }
        JsonNode clean =
                reader.read(whole, List.of(), errors).map(StrictJson::treeOf).orElse(whole);
        errors.throwIfAny(path);
        ObjectNode kept = clean.deepCopy();
        kept.remove("proposals");
        kept.retain(
                sent.propertyStream()
                        .filter(it -> !it.getValue().isNull())
                        .map(it -> it.getKey())
                        .toList());
        kept.set(KIND, kindName);
        return kept;
    }
}
