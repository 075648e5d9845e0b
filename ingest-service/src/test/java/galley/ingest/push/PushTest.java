package galley.ingest.push;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.ingest.Api;
import galley.ingest.OnServers;

import static org.assertj.core.api.Assertions.assertThat;

@OnServers
class PushTest {
    private final Api wire = Api.as("source", "wire-" + UUID.randomUUID());
    private final Api admin = Api.as("admin", "ada");

    @Test
    void anArticleIsAnsweredAsItWasRead() {
        var answer =
                wire.post(
                        "/v1/items",
                        """
                        {"guid": "harbour-1", "version": "3", "urgency": 4, "language": "en_gb",
                         "headline": "Harbour <em>opens</em>", "authors": ["Ana Lobo", "Rui Teles"],
                         "dateline": {"place": "PORTO", "date": "2026-05-20", "agency": "Lusa",
                                      "text": "PORTO, May 20 (Lusa) —"},
                         "url": "https://wire.example/harbour?utm_source=x",
                         "body": "<p onclick='x'>The <b>harbour</b> opens.</p><script>x</script>",
                         "keywords": ["ports", "ports"], "embargoedUntil": "2026-05-20T12:00:00Z",
                         "subjects": [{"scheme": "medtop", "code": "20000001", "name": "arts"}],
                         "media": [{"kind": "image", "url": "https://wire.example/a.jpg",
                                    "caption": "The quay"}]}\
                        """);
        var item = answer.expect(201).json();
        assertThat(answer.header("Location")).endsWith("/v1/items/" + item.path("id").asText());
        assertThat(item.path("status").asText()).isEqualTo("accepted");
        assertThat(item.path("format").asText()).isEqualTo("json");
        var article = item.path("articles").path(0);
        assertThat(article.path("articleId").isTextual()).isTrue();
        assertThat(article.path("guid").asText()).isEqualTo("harbour-1");
        assertThat(article.path("version").asText()).isEqualTo("3");
        assertThat(article.path("headline").asText()).isEqualTo("Harbour opens");
        assertThat(article.path("byline").asText()).isEqualTo("Ana Lobo, Rui Teles");
        assertThat(article.path("dateline").path("text").asText())
                .isEqualTo("PORTO, May 20 (Lusa) —");
        assertThat(article.path("language").asText()).isEqualTo("en-GB");
        assertThat(article.path("url").asText()).isEqualTo("https://wire.example/harbour");
        assertThat(article.path("body").asText()).isEqualTo("<p>The <b>harbour</b> opens.</p>");
        assertThat(article.path("wordCount").asInt()).isEqualTo(3);
        assertThat(article.path("keywords")).hasSize(1);
        assertThat(article.path("embargoedUntil").asText()).isEqualTo("2026-05-20T12:00:00Z");
        assertThat(article.path("media").path(0).path("caption").asText()).isEqualTo("The quay");
        assertThat(article.path("pubStatus").asText()).isEqualTo("usable");
        assertThat(article.path("proposals").isArray()).isTrue();
        assertThat(wire.get("/v1/items/" + item.path("id").asText()).expect(200).json())
                .isEqualTo(item);
    }

    @Test
    void theSameArticleAgainIsTheSameItemAndAChangedOneItsNextVersion() {
        var first = wire.post("/v1/items", article("1", "Old")).expect(201).json();
        var again = wire.post("/v1/items", article("1", "Old")).expect(200).json();
        assertThat(again).isEqualTo(first);
        var changed = wire.post("/v1/items", article("1", "New")).expect(200).json();
        assertThat(changed.path("id")).isEqualTo(first.path("id"));
        assertThat(changed.path("articles").path(0).path("articleId"))
                .isEqualTo(first.path("articles").path(0).path("articleId"));
        assertThat(changed.path("articles").path(0).path("headline").asText()).isEqualTo("New");
        var other = wire.post("/v1/items", article("2", "Old")).expect(201).json();
        assertThat(other.path("id")).isNotEqualTo(first.path("id"));
    }

    @Test
    void theOrderOfTheFieldsIsNoChange() {
        var first = wire.post("/v1/items", "{\"guid\": \"1\", \"headline\": \"A\"}").expect(201);
        var again = wire.post("/v1/items", "{\"headline\":\"A\",\"guid\":\"1\"}").expect(200);
        assertThat(again.json()).isEqualTo(first.json());
    }

    @Test
    void theGuidsOfTwoSourcesAreNotConfused() {
        var one = wire.post("/v1/items", article("1", "A")).expect(201).json();
        var other = Api.as("source", "other-" + UUID.randomUUID());
        var two = other.post("/v1/items", article("1", "A")).expect(201).json();
        assertThat(two.path("id")).isNotEqualTo(one.path("id"));
        assertThat(two.path("source")).isNotEqualTo(one.path("source"));
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        var wrong =
                """
                {"type": "poem", "pubStatus": "secret", "urgency": 10, "language": "the English",
                 "url": "ftp://a.example/", "media": [{"caption": "nothing"}],
                 "firstCreated": "+12026-01-01T00:00:00Z"}\
                """;
        assertThat(wire.post("/v1/items", wrong).wrongFields())
                .containsExactlyInAnyOrder(
                        "headline",
                        "type",
                        "pubStatus",
                        "urgency",
                        "language",
                        "url",
                        "media[0].kind",
                        "media[0].url",
                        "firstCreated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"headline\": \"A\", \"heading\": 1}            | heading",
                "{\"headline\": {\"text\": \"A\"}}                | headline",
                "{\"headline\": \"A\", \"urgency\": \"high\"}     | urgency",
                "{\"headline\": \"A\", \"firstCreated\": \"now\"} | firstCreated",
                "{\"headline\": \"A\", \"media\": [{\"kind\": 1}]}| media[0].kind",
                "{\"headline\": \"A\", \"media\": [{\"x\": 1}]}   | media[0].x",
                "[]                                               | ''",
                "{\"headline\": \"A\"} {}                         | ''",
                "''                                               | ''",
                "null                                             | ''"
            })
    void whatIsNotUnderstoodIsNamed(String body, String field) {
        assertThat(wire.post("/v1/items", body).wrongFields()).containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "headline", "{\"guid\": 1, \"guid\": 2}"})
    void whatIsNoJsonIsSaidToBeNone(String body) {
        wire.post("/v1/items", body).problem(400, "malformed-json");
    }

    @Test
    void anArticleThatNoEventCanCarryIsRefusedAndNothingIsKept() {
        var large = article("large", "word ".repeat(210_000));
        var problem =
                wire.post("/v1/items", large, "Idempotency-Key", "k").problem(413, "too-large");
        assertThat(problem.path("maxBytes").asInt()).isPositive();
        wire.post("/v1/items", article("large", "A"), "Idempotency-Key", "k").expect(201);
    }

    @Test
    void anArticleOfMoreElementsThanAnyIsRefused() {
        var problem =
                wire.post("/v1/items", article("elements", "<b>a".repeat(50_001)))
                        .problem(422, "unprocessable");
        assertThat(problem.path("detail").asText())
                .isEqualTo("The text has more than 50000 elements.");
    }

    @Test
    void anArticleOfMoreValuesThanAnyIsRefused() {
        var lists = "{\"headline\": \"A\", \"keywords\": [" + "[],".repeat(200_000) + "[]]}";
        var problem = wire.post("/v1/items", lists).problem(400, "malformed-json");
        assertThat(problem.path("detail").asText()).contains("maximum allowed (300000");
    }

    @Test
    void aBodyOverTheLimitIsRefusedAtTheDoor() {
        wire.post("/v1/items", " ".repeat(5 << 20)).problem(413, "too-large");
    }

    @Test
    void anArticleThatIsTooLargeOnlyWithItsProposalsComesInWithoutThem() {
        var refused = wire.post("/v1/items", reprint(1_000_000)).problem(413, "too-large");
        var sizes = Pattern.compile("takes (\\d+) bytes").matcher(refused.path("detail").asText());
        assertThat(sizes.find()).isTrue();
        int excess = Integer.parseInt(sizes.group(1)) - refused.path("maxBytes").asInt();
        int slack = 50; // the time may be longer to write
        var taken = wire.post("/v1/items", reprint(1_000_000 - excess - slack)).expect(201).json();
        assertThat(taken.path("articles").path(0).path("proposals")).isEmpty();
        var smaller = wire.post("/v1/items", reprint(900_000)).expect(201).json();
        assertThat(smaller.path("articles").path(0).path("proposals")).isNotEmpty();
    }

    private static String reprint(int length) {
        var lead = "<p>This article was first published by Maré.</p>";
        return "{\"body\": \"%s<p>%s</p>\"}".formatted(lead, "a".repeat(length));
    }

    @Test
    void charactersThatNothingCanStoreAreLeftOut() {
        var body =
                """
                {"guid": "stray", "headline": "a\\u0000b\\ud800c", "body": "d\\u0000e",
                 "dateline": {"place": "POR\\u0000TO", "text": "PORTO \\udfff—"},
                 "subjects": [{"scheme": "s\\u0000", "code": "c", "name": "<b>n</b>"}],
                 "media": [{"kind": "image", "url": "https://a.example/i.png",
                            "caption": "On <i>deck</i>\\u0000", "credit": "Jo\\ud800"}]}\
                """;
        var article = wire.post("/v1/items", body).expect(201).json().path("articles").path(0);
        assertThat(article.path("headline").asText()).isEqualTo("abc");
        assertThat(article.path("body").asText()).isEqualTo("<p>de</p>");
        assertThat(article.path("dateline").path("place").asText()).isEqualTo("PORTO");
        assertThat(article.path("dateline").path("text").asText()).isEqualTo("PORTO —");
        assertThat(article.path("subjects").path(0).path("scheme").asText()).isEqualTo("s");
        assertThat(article.path("subjects").path(0).path("name").asText()).isEqualTo("n");
        assertThat(article.path("media").path(0).path("caption").asText()).isEqualTo("On deck");
        assertThat(article.path("media").path(0).path("credit").asText()).isEqualTo("Jo");
    }

    @Test
    void aPausedSourceMayNotPush() {
        var name = "paused-" + UUID.randomUUID();
        var paused = Api.as("source", name);
        paused.post("/v1/items", article("1", "A")).expect(201);
        var source = "/v1/sources/" + idOf(name);
        admin.patch(source, "{\"url\": \"https://a.example/\"}").problem(422, "unprocessable");
        admin.patch(source, "{\"state\": \"paused\"}").expect(200);
        paused.post("/v1/items", article("2", "B")).problem(403, "source-paused");
        admin.patch(source, "{\"state\": \"active\"}").expect(200);
        paused.post("/v1/items", article("2", "B")).expect(201);
    }

    @Test
    void twoFirstPushesAtOnceMakeOneSource() {
        var name = "first-" + UUID.randomUUID();
        var pusher = Api.as("source", name);
        var items =
                Map.of("1", "A", "2", "B", "3", "C", "4", "D").entrySet().parallelStream()
                        .map(
                                one ->
                                        pusher.post(
                                                        "/v1/items",
                                                        article(one.getKey(), one.getValue()))
                                                .expect(201)
                                                .json())
                        .toList();
        assertThat(items).extracting(item -> item.path("source").asText()).containsOnly(idOf(name));
    }

    private String idOf(String name) {
        return admin.all("/v1/sources").stream()
                .filter(source -> source.path("name").asText().equals(name))
                .map(source -> source.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private static String article(String guid, String headline) {
        return "{\"guid\": \"%s\", \"headline\": \"%s\"}".formatted(guid, headline);
    }
}
