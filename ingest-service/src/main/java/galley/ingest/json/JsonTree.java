package galley.ingest.json;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import galley.ingest.format.PlainText;
import galley.ingest.format.RawDocument;
import galley.ingest.format.UnreadableDocumentException;

/**
 * A JSON document (RFC 8259), read leniently and as far as it goes: what stands before the place at
 * which it breaks off, or stops being JSON, is there. Every value that is neither an object nor a
 * list is text, as it is written, for sources mix up {@code 5} and {@code "5"}; of members with one
 * name the last counts.
 */
public final class JsonTree {
    /** Deeper than anybody writes; what is below is left out. */
    private static final int MAX_DEPTH = 64;

    /** So many values take up to a hundred megabytes. */
    private static final int MAX_VALUES = 300_000;

    /** The document's size is bounded elsewhere, so its parts need no bounds of their own. */
    private static final JsonFactory LENIENT =
            new JsonFactoryBuilder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(200_000)
                                    .maxNameLength(Integer.MAX_VALUE)
                                    .maxNumberLength(Integer.MAX_VALUE)
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .build())
                    // A table of names is of no use to what is read once, and can be attacked.
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build();

    private final JsonParser parser;
    private final Set<JsonNode> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private JsonNode root;
    private int values;

    private JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * The tree of a document that is said to be JSON.
     *
     * @throws UnreadableDocumentException when it is none
     */
    public static JsonTree read(RawDocument document) throws UnreadableDocumentException {
        return of(document)
                .orElseThrow(() -> new UnreadableDocumentException("The document is no JSON."));
    }

    /** The document as a tree; empty when it is no JSON object or list. */
    public static Optional<JsonTree> of(RawDocument document) {
        var text = document.text().stripLeading();
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return Optional.empty();
        }
        try (var parser = LENIENT.createParser(text)) {
            var tree = new JsonTree(parser);
            tree.read();
            return Optional.of(tree);
        } catch (IOException e) {
            throw new IllegalStateException("text in memory can always be read", e);
        }
    }

    /** The object or list that the document is. */
    public JsonNode root() {
        return root;
    }

    /** Whether an object or list has no end because the document breaks off inside it. */
    public boolean breaksOffIn(JsonNode node) {
        return open.contains(node);
    }

    private void read() {
        try {
            parser.nextToken();
            root = node();
            fill(root, 1);
        } catch (IOException e) {
            // Those that are open now have no end.
        }
    }

    /** The value that starts here, not yet filled. */
    private JsonNode node() throws IOException {
        if (++values > MAX_VALUES) {
            throw new IOException("The document has more than " + MAX_VALUES + " values.");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> JsonNodeFactory.instance.objectNode();
            case START_ARRAY -> JsonNodeFactory.instance.arrayNode();
            case VALUE_NULL -> JsonNodeFactory.instance.nullNode();
            default -> TextNode.valueOf(PlainText.withoutStrayCharacters(parser.getText()));
        };
    }

    private void fill(JsonNode node, int depth) throws IOException {
        if (!node.isContainerNode()) {
            return;
        }
        open.add(node);
        if (depth > MAX_DEPTH) {
            parser.skipChildren();
        } else if (node instanceof ObjectNode object) {
            fillObject(object, depth);
        } else if (node instanceof ArrayNode array) {
            fillArray(array, depth);
        }
        open.remove(node);
    }

    private void fillObject(ObjectNode object, int depth) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            var value = node();
            object.set(name, value);
            fill(value, depth + 1);
        }
    }

    private void fillArray(ArrayNode array, int depth) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var value = node();
            array.add(value);
            fill(value, depth + 1);
        }
    }
}
