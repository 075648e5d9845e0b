package galley.ingest.text;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import galley.ingest.format.FeedDate;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.PlainText;
import galley.ingest.format.UnreadableDocumentException;

/**
 * What a Markdown text says about itself before it begins: YAML between two lines of dashes.
 *
 * @param said the fields; none where there is no front matter
 * @param rest the text itself
 */
record FrontMatter(JsonNode said, String rest) {
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final Pattern FENCED =
            Pattern.compile("\\A---[ \\t]*\\R(.*?)\\R---[ \\t]*(?:\\R|\\z)", Pattern.DOTALL);

    /**
     * Parts a text from its front matter.
     *
     * @throws UnreadableDocumentException when the front matter is no YAML
     */
    static FrontMatter of(String text) throws UnreadableDocumentException {
        var fenced = FENCED.matcher(text);
        if (!fenced.find()) {
            return new FrontMatter(YAML.missingNode(), text);
        }
        try {
            return new FrontMatter(YAML.readTree(fenced.group(1)), text.substring(fenced.end()));
        } catch (JsonProcessingException e) {
            throw new UnreadableDocumentException(
                    "The front matter is no YAML: " + e.getOriginalMessage());
        }
    }

    /** Tells a draft what is known. */
    void tell(ItemDraft draft) {
        var title = first("title");
        draft.headline = title == null ? null : PlainText.escape(title);
        draft.guid = first("id");
        draft.link = first("url");
        draft.language = first("language", "lang");
        var summary = first("description", "summary");
        draft.summary = summary == null ? null : PlainText.toHtml(summary);
        draft.firstCreated = FeedDate.parse(first("date", "published"));
        draft.versionCreated = FeedDate.parse(first("updated", "modified"));
        draft.authors.addAll(all("author", "authors"));
        draft.keywords.addAll(all("tags", "keywords"));
    }

    private String first(String... names) {
        return all(names).stream().findFirst().orElse(null);
    }

    /** The texts in the first of these fields that says anything: one, or a list of them. */
    private List<String> all(String... names) {
        return Stream.of(names)
                .map(said::path)
                .filter(node -> !node.isMissingNode() && !node.isNull())
                .flatMap(node -> node.isArray() ? node.valueStream() : Stream.of(node))
                .map(JsonNode::asText)
                .map(PlainText::lineOrNull)
                .filter(Objects::nonNull)
                .toList();
    }
}
