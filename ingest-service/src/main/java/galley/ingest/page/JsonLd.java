package galley.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jsoup.nodes.Document;

/** What a page says about its article in the vocabulary of schema.org, written as JSON-LD. */
final class JsonLd {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_DEPTH = 8;
    private static final Set<String> ARTICLES =
            Set.of("Article", "BlogPosting", "Report", "LiveBlogPosting");

    private final JsonNode article;

    private JsonLd(JsonNode article) {
        this.article = article;
    }

    /** The first article that a page describes. */
    static Optional<JsonLd> in(Document page) {
        return page.select("script[type=application/ld+json]").stream()
                .map(script -> parse(script.data()))
                .flatMap(node -> articles(node, 0))
                .findFirst()
                .map(JsonLd::new);
    }

    /** A text of the article's own, or null. */
    String text(String field) {
        return textOf(article.path(field));
    }

    /** The names of those in a field: texts, or things with a name, one or many. */
    List<String> names(String field) {
        var names = new ArrayList<String>();
        each(article.path(field))
                .map(node -> node.isObject() ? textOf(node.path("name")) : textOf(node))
                .filter(name -> name != null && !name.startsWith("http"))
                .forEach(names::add);
        return names;
    }

    /** The addresses in a field: texts, or things with an address, one or many. */
    List<String> addresses(String field) {
        var addresses = new ArrayList<String>();
        each(article.path(field))
                .map(node -> node.isObject() ? textOf(node.path("url")) : textOf(node))
                .filter(address -> address != null)
                .forEach(addresses::add);
        return addresses;
    }

    /** Whether it says that not everybody may read the whole text. */
    boolean isBehindPaywall() {
        return article.path("isAccessibleForFree").asText().equalsIgnoreCase("false");
    }

    private static JsonNode parse(String script) {
        try {
            return JSON.readTree(script);
        } catch (JsonProcessingException e) {
            return JSON.missingNode(); // a page whose description is broken is a page all the same
        }
    }

    private static Stream<JsonNode> articles(JsonNode node, int depth) {
        if (depth > MAX_DEPTH || !node.isContainerNode()) {
            return Stream.empty();
        }
        if (each(node.path("@type")).anyMatch(type -> isArticle(type.asText()))) {
            return Stream.of(node);
        }
        return node.valueStream().flatMap(child -> articles(child, depth + 1));
    }

    private static boolean isArticle(String type) {
        return ARTICLES.contains(type) || type.endsWith("NewsArticle");
    }

    private static Stream<JsonNode> each(JsonNode node) {
        return node.isArray() ? node.valueStream() : Stream.of(node);
    }

    private static String textOf(JsonNode node) {
        return node.isTextual() && !node.asText().isBlank() ? node.asText() : null;
    }
}
