package galley.editorial.template;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import galley.editorial.Api;
import galley.editorial.Api.Answer;
import galley.editorial.OnServers;

import static org.assertj.core.api.Assertions.assertThat;

/** Articles begin with what a template says, where they do not say otherwise. */
@OnServers
class TemplatesTest {
    private static final String TEMPLATE =
            """
            {"name": "Weekly round-up", "kind": "round-up", "desk": null,
             "content": {"headline": "The week", "section": "World", "tags": ["week"],
               "rights": {"usageTerms": "Free", "copyrightHolder": "Us"},
               "parts": [{"id": "i", "type": "introduction", "body": "<p onclick='x()'>In the following</p>"},
                         {"type": "reprint", "body": ""}]}}
            """;

    private final Api wim = Api.as("writer", "wim");
    private final Api eva = Api.as("editor", "eva");

    private Answer add(String desk) {
        return eva.post("/v1/templates", TEMPLATE.replace("\"desk\": null", "\"desk\": " + desk))
                .expect(201);
    }

    private static String path(Answer added) {
        return "/v1/templates/" + added.json().path("id").asText();
    }

    private JsonNode begin(Answer template, String body) {
        String id = template.json().path("id").asText();
        return wim.post("/v1/articles?template=" + id, body).expect(201).json();
    }

    @Test
    void whatWasAddedIsRead() {
        Answer added = add("null");
        assertThat(added.header("Location")).endsWith(path(added));
        assertThat(added.header("ETag")).isEqualTo("\"1\"");
        Answer read = wim.get(path(added)).expect(200);
        assertThat(read.json()).isEqualTo(added.json());
        JsonNode content = read.json().path("content");
        assertThat(content.path("kind").asText()).isEqualTo("round-up");
        assertThat(content.at("/parts/0/body").asText()).isEqualTo("<p>In the following</p>");
        assertThat(content.at("/parts/1/id").asText()).isEqualTo("p1");
        assertThat(content.has("standfirst")).isFalse();
    }

    @Test
    void whatWasReadCanBeSentBackWithoutAChange() {
        Answer added = add("\"coast\"");
        Answer put =
                eva.send("PUT", path(added), added.json().toString(), "If-Match", "\"1\"")
                        .expect(200);
        assertThat(put.header("ETag")).isEqualTo("\"1\"");
        assertThat(put.json()).isEqualTo(added.json());
    }

    @Test
    void anArticleBeginsAsTheTemplateSays() {
        JsonNode article = begin(add("null"), "{}");
        assertThat(article.path("headline").asText()).isEqualTo("The week");
        assertThat(article.path("kind").asText()).isEqualTo("round-up");
        assertThat(article.path("workflow").asText()).isEqualTo("draft");
        assertThat(article.path("parts")).hasSize(2);
        String history = "/v1/articles/" + article.path("id").asText() + "/history";
        assertThat(wim.get(history).expect(200).json().at("/items/0/details/template").asText())
                .isNotEmpty();
    }

    @Test
    void whatTheArticleSaysComesFirst() {
        JsonNode article =
                begin(
                        add("null"),
                        """
                        {"headline": "Week 21", "section": null, "tags": ["21"], "kind": "report",
                         "rights": {"usageTerms": "Ask"}, "parts": []}
                        """);
        assertThat(article.path("headline").asText()).isEqualTo("Week 21");
        assertThat(article.path("section").isNull()).isTrue();
        assertThat(article.at("/tags/0").asText()).isEqualTo("21");
        assertThat(article.path("kind").asText()).isEqualTo("report");
        assertThat(article.at("/rights/usageTerms").asText()).isEqualTo("Ask");
        assertThat(article.at("/rights/copyrightHolder").asText()).isEqualTo("Us");
        assertThat(article.path("parts")).isEmpty();
    }

    @Test
    void whatNeitherSaysIsMissed() {
        String id =
                eva.post("/v1/templates", "{\"name\": \"Bare\", \"kind\": \"video\"}")
                        .expect(201)
                        .json()
                        .path("id")
                        .asText();
        String path = "/v1/articles?template=" + id;
        assertThat(errors(wim.post(path, "{}"))).containsExactly("headline");
        assertThat(wim.post(path, "{\"headline\": \"x\"}").expect(201).json().path("kind").asText())
                .isEqualTo("video");
    }

    @ParameterizedTest
    @CsvSource({"0198c2f0-0000-7000-8000-000000000000", "no-id"})
    void aTemplateThatThereIsNotIsNamed(String id) {
        assertThat(errors(wim.post("/v1/articles?template=" + id, "{\"headline\": \"x\"}")))
                .containsExactly("template");
    }

    private static List<String> errors(Answer answer) {
        return answer.problem(422, "unprocessable").path("errors").findValuesAsText("field");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"kind": "video"}                                                         | name
                    {"name": " ", "kind": "video"}                                            | name
                    {"name": "x"}                                                             | kind
                    {"name": "x", "kind": "poem"}                                             | kind
                    {"name": "x", "kind": "video", "colour": 1}                               | colour
                    {"name": "x", "kind": "video", "content": 1}                              | content
                    {"name": "x", "kind": "video", "content": {"colour": 1}}                  | content.colour
                    {"name": "x", "kind": "video", "content": {"kind": "report"}}             | content.kind
                    {"name": "x", "kind": "video", "content": {"language": "xy"}}             | content.language
                    {"name": "x", "kind": "video", "content": {"parts": [{"type": "media", "kind": "image", "url": "/1"}]}} | content.parts[0].url
                    """)
    void whatIsNoTemplateIsRefused(String template, String field) {
        assertThat(errors(eva.post("/v1/templates", template))).containsExactly(field);
    }

    @Test
    void aDeskFindsItsOwnAndEveryDesks() {
        String desk = "desk-" + UUID.randomUUID();
        String own = add("\"%s\"".formatted(desk)).json().path("id").asText();
        String every = add("null").json().path("id").asText();
        String others = add("\"another\"").json().path("id").asText();
        assertThat(ids("kind=round-up&desk=" + desk)).contains(own, every).doesNotContain(others);
        assertThat(ids("kind=video&desk=" + desk)).doesNotContain(own, every, others);
        assertThat(ids("")).containsSubsequence(own, every, others);
        wim.get("/v1/templates?kind=poem").problem(400, "bad-kind");
    }

    /** Page by page. */
    private List<String> ids(String filter) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    wim.get("/v1/templates?limit=2&cursor=" + cursor + "&" + filter)
                            .expect(200)
                            .json();
            page.path("items").forEach(item -> ids.add(item.path("id").asText()));
            cursor = page.path("next").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
        return ids;
    }

    @Test
    void answersInDoubtComeInTheirOrder() {
        String path = path(add("null"));
        String gone = "/v1/templates/" + UUID.randomUUID();
        for (String method : List.of("PUT", "DELETE")) {
            String body = method.equals("PUT") ? "{\"name\": 1}" : null;
            Api.asNobody().send(method, path, body).problem(401, "unauthorized");
            wim.send(method, path, body).problem(403, "forbidden");
            eva.send(method, gone, body).problem(404, "not-found");
            eva.send(method, path, body).problem(428, "precondition-required");
            eva.send(method, path, body, "If-Match", "\"7\"").problem(412, "precondition-failed");
        }
        eva.send("PUT", path, "{\"name\": 1}", "If-Match", "\"1\"").problem(422, "unprocessable");
    }

    @Test
    void whatBeganWithATemplateOutlivesIt() {
        Answer added = add("null");
        String article = "/v1/articles/" + begin(added, "{}").path("id").asText();
        String changed = "{\"name\": \"Monthly\", \"kind\": \"report\"}";
        eva.send("PUT", path(added), changed, "If-Match", "\"1\"").expect(200);
        eva.send("DELETE", path(added), null, "If-Match", "\"2\"").expect(204);
        wim.get(path(added)).problem(404, "not-found");
        assertThat(wim.get(article).expect(200).json().path("headline").asText())
                .isEqualTo("The week");
    }
}
