package galley.ingest.wordpress;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import galley.ingest.format.FormatReader;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Reading;
import galley.ingest.format.UnreadableDocumentException;
import galley.ingest.json.JsonFields;
import galley.ingest.json.JsonReading;
import galley.ingest.json.JsonTree;

/**
 * Reads posts and pages as WordPress's REST API answers them ({@code wp/v2/posts}), one or a list,
 * with what they embed or without.
 */
@ApplicationScoped
public class WordPressReader implements FormatReader {

    @Override
    public String format() {
        return "wordpress";
    }

    @Override
    public boolean recognises(RawDocument document) {
        return JsonTree.of(document).filter(tree -> isAnswer(tree.root())).isPresent();
    }

    @Override
    public Reading read(RawDocument document) throws UnreadableDocumentException {
        var tree = JsonTree.read(document);
        var posts =
                posts(tree.root()).stream()
                        .filter(post -> !isPost(post) || isPublished(post))
                        .toList();
        return JsonReading.of(
                format(),
                tree,
                posts,
                (post, position) -> new RestPost(post, document.address()).entry(position));
    }

    /** An empty list may be any API's; it holds nothing that could be misread. */
    private static boolean isAnswer(JsonNode root) {
        return posts(root).stream().anyMatch(WordPressReader::isPost)
                || (root.isArray() && root.isEmpty());
    }

    private static List<JsonNode> posts(JsonNode root) {
        return root.isArray() ? JsonFields.elements(root) : List.of(root);
    }

    /** Only WordPress renders its texts into members of their own. */
    private static boolean isPost(JsonNode node) {
        return node.path("title").has("rendered") || node.path("content").has("rendered");
    }

    /** Who may see drafts and private posts gets them in the same list. */
    private static boolean isPublished(JsonNode post) {
        var status = JsonFields.text(post, "status");
        return status == null || status.equals("publish");
    }
}
