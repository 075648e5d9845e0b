package galley.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Articles that show a picture of the quay. */
public final class Pictured {
    /** With marks that have to be written otherwise in HTML and XML. */
    public static final String ALT = "Nets \"on\" the quay";

    private Pictured() {}

    /** The same article with this picture, a JPEG of 640 by 480, as the only one. */
    public static ObjectNode with(ObjectNode article, String hash) {
        return with(article, hash, "image/jpeg", 640, 480);
    }

    /** The same article with this picture as the only one. */
    public static ObjectNode with(
            ObjectNode article, String hash, String type, int width, int height) {
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
                .put("alt", ALT)
                .putObject("picture")
                .put("hash", hash)
                .put("type", type)
                .put("width", width)
                .put("height", height);
        return article;
    }
}
