package galley.editorial.search;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import galley.editorial.Api;

/** Articles of one test, which a tag keeps apart from those of others. */
final class OwnArticles {
    private final Api eva = Api.as("editor", "eva");
    private final String own = "tag-" + UUID.randomUUID();

    String tag() {
        return own;
    }

    String headlined(String headline, String language) {
        return create("{\"headline\": \"%s\", \"language\": \"%s\"}".formatted(headline, language));
    }

    String create(String article) {
        String tagged =
                article.contains("\"tags\": [")
                        ? article.replace("\"tags\": [", "\"tags\": [\"" + own + "\", ")
                        : article.replaceFirst("\\{", "{\"tags\": [\"" + own + "\"], ");
        return eva.post("/v1/articles", tagged).expect(201).json().path("id").asText();
    }

    List<String> pages(String query) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = page(query + cursor);
            ids.addAll(
                    page.path("items").findValuesAsText("id").stream()
                            .filter(id -> id.length() == 36)
                            .toList());
            JsonNode next = page.path("next");
            cursor = next.isNull() ? null : "&cursor=" + next.asText();
        }
        return ids;
    }

    JsonNode page(String query) {
        return eva.get("/v1/articles?tag=" + own + "&" + query).expect(200).json();
    }
}
