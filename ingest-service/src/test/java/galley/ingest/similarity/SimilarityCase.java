package galley.ingest.similarity;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import galley.ingest.Api;
import galley.ingest.FeedServer;
import galley.ingest.Rss;

/** What tests of similarity have in common: sources, their texts, and what is said of these. */
abstract class SimilarityCase {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Texts of other tests are none of this one's. */
    private static int seed;

    @Inject EntityManager entities;

    final Api admin = Api.as("admin", "ada");
    final Api editor = Api.as("editor", "ed");
    final Api wire = source();
    final Api other = source();
    final Api third = source();
    String text;
    private final List<FeedServer> sites = new ArrayList<>();

    @BeforeEach
    void writeText() {
        text = newText(300);
    }

    @AfterEach
    void closeSites() {
        sites.forEach(FeedServer::close);
    }

    static Api source() {
        return Api.as("source", "similar-" + UUID.randomUUID());
    }

    static String newText(int words) {
        return Prose.of(100_000 + seed++, words);
    }

    static JsonNode push(Api source, String guid, String body) {
        return push(source, guid, "Headline " + guid, body);
    }

    static JsonNode push(Api source, String guid, String headline, String body) {
        ObjectNode article = JSON.createObjectNode();
        return push(source, article.put("guid", guid).put("headline", headline).put("body", body));
    }

    static JsonNode push(Api source, ObjectNode article) {
        var answer = source.post("/v1/items", article.toString());
        return answer.expect(answer.status() == 200 ? 200 : 201).json();
    }

    /** Has a feed of one item fetched; answers the item. */
    JsonNode feed(String item) {
        var source = site(List.of(item));
        admin.fetch(source);
        return admin.get("/v1/items/" + itemsOf(source).getFirst()).expect(200).json();
    }

    /** A source with these items, which have not been fetched. */
    String site(List<String> items) {
        var site = new FeedServer();
        sites.add(site);
        site.serves(Rss.feed(items.toArray(String[]::new)));
        return admin.register(site.feed());
    }

    List<String> similar(JsonNode item) {
        List<String> similar = new ArrayList<>();
        editor.get("/v1/items/" + idOf(item) + "/similar")
                .expect(200)
                .json()
                .path("items")
                .forEach(
                        one ->
                                similar.add(
                                        one.path("item").asText()
                                                + " "
                                                + one.path("score").asDouble()));
        return similar;
    }

    List<String> itemsOf(String source) {
        return entities.createQuery(
                        "select cast(i.id as string) from Item i where i.sourceId = :source",
                        String.class)
                .setParameter("source", UUID.fromString(source))
                .getResultList();
    }

    static String idOf(JsonNode item) {
        return item.path("id").asText();
    }

    static String articleOf(JsonNode item) {
        return item.at("/articles/0/articleId").asText();
    }

    static String duplicateOf(JsonNode item) {
        return item.at("/articles/0/duplicateOf").asText(null);
    }
}
