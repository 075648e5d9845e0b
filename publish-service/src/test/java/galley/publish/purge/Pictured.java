package galley.publish.purge;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Articles that show a picture. */
final class Pictured {
    private Pictured() {}

    /** The same article with this picture, the only one. */
    static ObjectNode with(ObjectNode article, String hash) {
        var parts = article.withArray("parts");
        if (parts.path(parts.size() - 1).path("type").asText().equals("media")) {
            parts.remove(parts.size() - 1);
        }
        parts.addObject()
                .put("type", "media")
                .put("id", "m1")
                .put("kind", "image")
                .put("url", "https://pics.example/quay.jpg")
                .put("caption", "The quay")
                .put("alt", "Nets on the quay")
                .putObject("picture")
                .put("hash", hash)
                .put("type", "image/jpeg")
                .put("width", 640)
                .put("height", 480);
        return article;
    }
}
