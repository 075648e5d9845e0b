package galley.editorial.comment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import galley.editorial.Api;
import galley.editorial.Api.Answer;

/** Comments on one article, as tests say them. */
final class Talk {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String id;

    private Talk(String id) {
        this.id = id;
    }

    static Talk about(String id) {
        return new Talk(id);
    }

    /** Begins an article whose parts have these bodies, under the ids p1, p2 and so on. */
    static Talk aboutArticle(Api writer, String... bodies) {
        ObjectNode article = JSON.createObjectNode().put("headline", "Lighthouse turns a hundred");
        article.set("parts", parts(bodies));
        return about(
                writer.post("/v1/articles", article.toString())
                        .expect(201)
                        .json()
                        .path("id")
                        .asText());
    }

    private static JsonNode parts(String... bodies) {
        var parts = JSON.createArrayNode();
        for (int i = 0; i < bodies.length; i++) {
            parts.addObject()
                    .put("id", "p" + (i + 1))
                    .put("type", "original")
                    .put("body", bodies[i]);
        }
        return parts;
    }

    String id() {
        return id;
    }

    String article() {
        return "/v1/articles/" + id;
    }

    String path() {
        return article() + "/comments";
    }

    String path(JsonNode comment) {
        return path() + "/" + comment.path("id").asText();
    }

    /** Saves other bodies for the parts. */
    Answer write(Api writer, String... bodies) {
        ObjectNode patch = JSON.createObjectNode();
        patch.set("parts", parts(bodies));
        return writer.patch(id, patch.toString()).expect(200);
    }

    static ObjectNode comment(String text) {
        return JSON.createObjectNode().put("text", text);
    }

    JsonNode say(Api author, String text) {
        return send(author, comment(text)).expect(201).json();
    }

    JsonNode reply(Api author, JsonNode to, String text) {
        return send(author, comment(text).put("replyTo", to.path("id").asText()))
                .expect(201)
                .json();
    }

    Answer send(Api author, ObjectNode comment) {
        return author.post(path(), comment.toString());
    }

    JsonNode threads(Api reader) {
        return reader.get(path()).expect(200).json().path("items");
    }
}
