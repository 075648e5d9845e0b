package galley.editorial.article;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.editorial.Api;
import galley.editorial.Api.Answer;
import galley.editorial.OnServers;

import static org.assertj.core.api.Assertions.assertThat;

@OnServers
class EditingTest {
    private static final String WHOLE =
            """
            {"headline": "Palm house reopens", "standfirst": "After repairs", "section": "Culture",
             "language": "en-GB", "kind": "round-up", "tags": ["gardens"], "bylines": ["Ada Quay"],
             "subjects": [{"scheme": "medtop", "code": "20000038", "name": "culture"}],
             "rights": {"usageTerms": "Free", "copyrightHolder": null, "copyrightNotice": null},
             "teaserBreak": {"part": "p1", "block": 1}, "embargoedUntil": "2026-05-20T10:00:00Z",
             "parts": [
               {"id": "p1", "type": "introduction", "body": "<p>In the following</p>"},
               {"id": "p2", "type": "reprint", "headline": "Glass", "excerpt": true,
                "dateline": {"place": "LISBON", "date": "2026-05-19", "agency": "Lusa", "text": "LISBON, May 19 (Lusa) —"},
                "attribution": {"publisher": "Lusa", "author": null, "url": "https://lusa.example/glass",
                  "publishedOn": "2026-05-19", "language": "pt", "translator": "Rui", "translationPublisher": null,
                  "translationUrl": null},
                "rights": null, "body": "<p>Glass &amp; iron</p>"},
               {"id": "p3", "type": "original", "headline": null, "body": ""},
               {"id": "p4", "type": "media", "kind": "image", "url": "https://pics.example/1.jpg",
                "provider": null, "caption": "A palm", "credit": null, "alt": "A palm under glass"},
               {"id": "p5", "type": "people", "people": [{"name": "Rui", "role": "guide", "affiliation": null, "url": null}]}]}
            """;

    private final Api wim = Api.as("writer", "wim");

    @Test
    void aNewArticleIsADraftWithAnAddressAndAnETag() {
        Answer created = wim.post("/v1/articles", WHOLE).expect(201);
        JsonNode article = created.json();
        assertThat(created.header("Location"))
                .endsWith("/v1/articles/" + article.path("id").asText());
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(article.path("workflow").asText()).isEqualTo("draft");
        assertThat(article.path("version").asInt()).isZero();
        assertThat(article.path("slug").isNull()).isTrue();
        assertThat(article.path("provenance").isNull()).isTrue();
        assertThat(article.path("corrections")).isEmpty();
        assertThat(article.path("parts").get(1).path("dateline").path("place").asText())
                .isEqualTo("LISBON");
    }

    @Test
    void whatWasReadCanBeSentBackWithoutAChange() {
        JsonNode article = wim.post("/v1/articles", WHOLE).expect(201).json();
        String path = "/v1/articles/" + article.path("id").asText();
        Answer put = wim.send("PUT", path, article.toString(), "If-Match", "\"1\"").expect(200);
        assertThat(put.json()).isEqualTo(article);
        assertThat(put.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void aWholeSaveReplacesEverything() {
        JsonNode article = wim.post("/v1/articles", WHOLE).expect(201).json();
        String path = "/v1/articles/" + article.path("id").asText();
        Answer put =
                wim.send("PUT", path, "{\"headline\": \"Palms\"}", "If-Match", "\"1\"").expect(200);
        assertThat(put.header("ETag")).isEqualTo("\"2\"");
        assertThat(put.json().path("standfirst").isNull()).isTrue();
        assertThat(put.json().path("parts")).isEmpty();
        assertThat(put.json().path("kind").asText()).isEqualTo("original");
    }

    @Test
    void aSaveSaysWhatItIsAboutInsideOnly() {
        JsonNode created =
                wim.post(
                                "/v1/articles",
                                "{\"headline\": \"Palms\", \"internalNote\": \"From the mayor\"}")
                        .expect(201)
                        .json();
        String id = created.path("id").asText();
        wim.patch(id, "{\"headline\": \"Palm house\", \"internalNote\": \"Name checked\"}")
                .expect(200);
        wim.patch(id, "{\"headline\": \"Palm house opens\"}").expect(200);
        wim.send(
                        "PUT",
                        "/v1/articles/" + id,
                        "{\"headline\": \"Palms\", \"internalNote\": \"Shorter\"}",
                        "If-Match",
                        "\"3\"")
                .expect(200);
        JsonNode revisions =
                wim.get("/v1/articles/" + id + "/revisions").expect(200).json().path("items");
        assertThat(revisions)
                .extracting(it -> it.path("internalNote").asText(null))
                .containsExactlyInAnyOrder("From the mayor", "Name checked", null, "Shorter");
        assertThat(created.has("internalNote")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "[\"x\"]", "\"TOO_LONG\""})
    void aNoteIsText(String note) {
        String sent = note.replace("TOO_LONG", "x".repeat(10_001));
        JsonNode problem =
                wim.post(
                                "/v1/articles",
                                "{\"headline\": \"Palms\", \"internalNote\": %s}".formatted(sent))
                        .problem(422, "unprocessable");
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo("internalNote");
    }

    @Test
    void aPatchChangesWhatItNames() {
        ObjectNode article = (ObjectNode) wim.post("/v1/articles", WHOLE).expect(201).json();
        String id = article.path("id").asText();
        Answer patched =
                wim.patch(
                                id,
                                """
                                {"standfirst": null, "rights": {"copyrightHolder": "Lusa"},
                                 "tags": ["gardens", "glass"], "workflow": "released", "version": 7}
                                """)
                        .expect(200);
        JsonNode changed = patched.json();
        assertThat(changed.path("standfirst").isNull()).isTrue();
        assertThat(changed.path("rights").path("copyrightHolder").asText()).isEqualTo("Lusa");
        assertThat(changed.path("rights").path("usageTerms").asText()).isEqualTo("Free");
        assertThat(changed.path("tags")).hasSize(2);
        assertThat(changed.path("parts")).isEqualTo(article.path("parts"));
        assertThat(changed.path("workflow").asText()).isEqualTo("draft");
        assertThat(changed.path("version").asInt()).isZero();
        String path = "/v1/articles/" + id;
        wim.send("PATCH", path, "{\"section\": \"Home\"}", "If-Match", "\"2\"").expect(200);
    }

    @Test
    void theWrongFieldIsNamed() {
        assertThat(fields("{\"headline\": \"x\", \"colour\": 1}")).containsExactly("colour");
        assertThat(fields("{\"headline\": 1}")).containsExactly("headline");
        assertThat(fields("{}")).containsExactly("headline");
        assertThat(fields("{\"headline\": 1, \"tags\": 2, \"colour\": 3}"))
                .containsExactlyInAnyOrder("headline", "tags", "colour");
        assertThat(fields("{\"headline\": \"\\u0000\"}")).containsExactly("headline");
        assertThat(
                        fields(
                                """
                                {"headline": "x", "parts": [{"type": "media", "kind": "image",
                                 "url": "javascript:alert(1)"}]}
                                """))
                .containsExactly("parts[0].url");
    }

    private List<String> fields(String body) {
        return wim.post("/v1/articles", body)
                .problem(422, "unprocessable")
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asText())
                .toList();
    }

    @Test
    void bodiesAreMadeSafe() {
        JsonNode article =
                wim.post(
                                "/v1/articles",
                                """
                                {"headline": "<b>Kept as text</b>", "parts": [{"type": "original",
                                 "body": "<p onclick='x()'>Two crowns<script>alert(1)</script></p>"}]}
                                """)
                        .expect(201)
                        .json();
        assertThat(article.path("parts").get(0).path("body").asText())
                .isEqualTo("<p>Two crowns</p>");
        assertThat(article.path("headline").asText()).isEqualTo("<b>Kept as text</b>");
    }

    @Test
    void anArticleThatNoEventCanCarryIsRefused() {
        String body = "<p>" + "word ".repeat(200_000) + "</p>";
        JsonNode problem =
                wim.post(
                                "/v1/articles",
                                "{\"headline\": \"Long\", \"parts\": [{\"type\": \"original\", \"body\": \"%s\"}]}"
                                        .formatted(body))
                        .problem(413, "too-large");
        assertThat(problem.path("maxBytes").asInt()).isPositive();
    }

    @Test
    void anArticleThatOnlyJustFitsCanStillBeKilled() {
        String words = "w".repeat(934_000 - 2_000);
        String id =
                wim.post(
                                "/v1/articles",
                                "{\"headline\": \"Full\", \"parts\": [{\"type\": \"original\", \"body\": \"<p>%s</p>\"}]}"
                                        .formatted(words))
                        .expect(201)
                        .json()
                        .path("id")
                        .asText();
        wim.decide(id, "submit", "{\"note\": \"%s\"}".formatted("\\n".repeat(9_000) + "x"))
                .expect(200);
        Api.as("editor", "eva").decide(id, "approve", "{}").expect(200);
        Api pia = Api.as("publisher", "pia");
        pia.decide(id, "release", "{}").expect(200);
        pia.decide(id, "kill", "{\"note\": \"%s\"}".formatted("海".repeat(10_000))).expect(200);
    }

    @Test
    void aReaderWhoHasItIsNotSentItAgain() {
        String path = "/v1/articles/" + wim.create("Palm house closes");
        Answer unchanged = wim.get(path, "If-None-Match", "W/\"1\"").expect(304);
        assertThat(unchanged.header("ETag")).isEqualTo("\"1\"");
        assertThat(unchanged.response().body()).isEmpty();
        wim.get(path, "If-None-Match", "\"0\"").expect(200);
    }

    @Test
    void aSaveWithoutABodyIsSaidToBeEmpty() {
        String path = "/v1/articles/" + wim.create("Palm house waits");
        for (String method : List.of("PUT", "PATCH")) {
            wim.send(method, path, null, "If-Match", "\"1\"").problem(400, "bad-request");
            wim.send(method, path, "", "If-Match", "\"1\"").problem(400, "bad-request");
        }
        wim.post("/v1/articles", null).problem(400, "bad-request");
    }
}
