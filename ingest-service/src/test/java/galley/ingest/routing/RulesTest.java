package galley.ingest.routing;

import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import galley.ingest.Api;
import galley.ingest.FeedServer;
import galley.ingest.IngestedTopic;
import galley.ingest.OnServers;
import galley.ingest.Rss;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules, from their API to what is handed on to editorial. */
@OnServers
class RulesTest {
    private static final String PORTS =
            """
            {"name": "Ports to the coast desk", "source": "%s", "order": 10,
             "when": [{"field": "text", "contains": ["harbour*", "ferry"]},
                      {"field": "headline", "contains": ["quiz"], "not": true}],
             "then": {"desk": "coast", "section": "Coast", "tags": ["ports"], "priority": 2%s}}\
            """;

    private final Api admin = Api.as("admin", "ada");
    private final FeedServer server = new FeedServer();

    @AfterEach
    void closeServer() {
        server.close();
    }

    private String source(String settings) {
        return admin.post(
                        "/v1/sources",
                        """
                        {"name": "A feed", "url": "%s", "pollEvery": "P1D"%s}\
                        """
                                .formatted(server.feed(), settings))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private JsonNode make(String rule) {
        return admin.post("/v1/rules", rule).expect(201).json();
    }

    /** The item that a fetch of this feed brings, as clients see it. */
    private JsonNode fetched(String source, String headline, String text) throws Exception {
        var guid = UUID.randomUUID().toString();
        server.serves(Rss.feed(Rss.item(guid, headline, "<p>" + text + "</p>")));
        admin.fetch(source);
        var latest =
                admin.post(
                                "/v1/rules/dry-run",
                                """
                                {"name": "All", "source": "%s", "then": {"priority": 9}}\
                                """
                                        .formatted(source))
                        .expect(200)
                        .json();
        var item = latest.at("/items/0/item").asText();
        return admin.get("/v1/items/" + item).expect(200).json().at("/articles/0");
    }

    private static JsonNode event(JsonNode article) throws Exception {
        try (var topic = new IngestedTopic()) {
            var records = topic.await(article.path("articleId").asText(), 1);
            return new ObjectMapper().readTree(records.getFirst().value());
        }
    }

    @Test
    void anItemThatMeetsARuleGoesWhereTheRuleSays() throws Exception {
        var source = source("");
        var rule = make(PORTS.formatted(source, ""));
        var article = fetched(source, "Harbours open", "All of them.");
        var routing = event(article).path("routing");
        assertThat(routing.path("rules").path(0)).isEqualTo(rule.path("id"));
        assertThat(routing.path("desk").asText()).isEqualTo("coast");
        assertThat(routing.path("section").asText()).isEqualTo("Coast");
        assertThat(routing.path("tags").path(0).asText()).isEqualTo("ports");
        assertThat(routing.path("priority").asInt()).isEqualTo(2);
        assertThat(routing.path("submittedBy").isNull()).isTrue();

        var because = article.at("/routing/because/0");
        assertThat(because.path("name").asText()).isEqualTo("Ports to the coast desk");
        assertThat(because.path("evidence").path(0).asText()).isEqualTo("text: harbour*");
        assertThat(article.at("/routing/outcome/desk").asText()).isEqualTo("coast");
    }

    @Test
    void anItemThatMeetsNoneGoesNowhere() throws Exception {
        var source = source("");
        make(PORTS.formatted(source, ""));
        var quiz = fetched(source, "The ferry quiz", "Ten questions about a ferry.");
        assertThat(quiz.path("routing").isNull()).isTrue();
        assertThat(event(quiz).path("routing").isNull()).isTrue();
    }

    @Test
    void severalRulesAddTagsAndTheFirstSaysTheRest() throws Exception {
        var source = source("");
        make(PORTS.formatted(source, ""));
        make(
                """
                {"name": "Everything", "source": "%s", "order": 20,
                 "then": {"desk": "night", "tags": ["ports", "unsorted"], "submit": true}}\
                """
                        .formatted(source));
        var outcome = fetched(source, "A ferry", "It sails.").at("/routing/outcome");
        assertThat(outcome.path("desk").asText()).isEqualTo("coast");
        assertThat(outcome.path("tags").toString()).isEqualTo("[\"ports\",\"unsorted\"]");
        assertThat(outcome.path("submittedBy").isTextual()).isTrue();
    }

    @Test
    void aTrustedSourceIsReleasedWithoutHands() throws Exception {
        var source = source(", \"trusted\": true, \"rights\": {\"reprint\": \"allowed\"}");
        var rule = make(PORTS.formatted(source, ", \"release\": true"));
        var event = event(fetched(source, "A ferry", "It sails to " + UUID.randomUUID()));
        assertThat(event.at("/routing/releasedBy")).isEqualTo(rule.path("id"));
        assertThat(event.at("/routing/submittedBy")).isEqualTo(rule.path("id"));
        assertThat(event.at("/rights/reprint").asText()).isEqualTo("allowed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"trusted\": false | A ferry | It sails. | The source is not trusted.",
                "\"trusted\": true, \"rights\": {\"reprint\": \"refused\"} | A ferry | It sails."
                        + "| The source refuses reprints.",
                "\"trusted\": true, \"rights\": {\"until\": \"2020-01-01\"} | A ferry | It sails."
                        + "| The source's rights have expired.",
                "\"trusted\": true | A ferry | It sails … Read more | The text is only a part."
            })
    void whatNeedsHandsIsOnlySubmitted(String settings, String headline, String text, String why)
            throws Exception {
        var source = source(", " + settings);
        make(PORTS.formatted(source, ", \"release\": true"));
        var outcome = fetched(source, headline, text).at("/routing/outcome");
        assertThat(outcome.path("releasedBy").isNull()).isTrue();
        assertThat(outcome.path("submittedBy").isTextual()).isTrue();
        assertThat(outcome.path("heldBack").asText()).isEqualTo(why);
    }

    @Test
    void whatAnotherSourceHasSaidIsOnlySubmitted() throws Exception {
        var text = "It sails to " + UUID.randomUUID();
        fetched(source(""), "A ferry", text);
        var source = source(", \"trusted\": true, \"rights\": {\"reprint\": \"allowed\"}");
        make(PORTS.formatted(source, ", \"release\": true"));
        var outcome = fetched(source, "A ferry", text).at("/routing/outcome");
        assertThat(outcome.path("releasedBy").isNull()).isTrue();
        assertThat(outcome.path("submittedBy").isTextual()).isTrue();
        assertThat(outcome.path("heldBack").asText()).isEqualTo("Another article says the same.");
    }

    @Test
    void aDryRunShowsWhatARuleWouldHaveDoneAndDoesNothing() throws Exception {
        var source = source("");
        var before = fetched(source, "A ferry", "It sails.");
        var answer =
                admin.post("/v1/rules/dry-run", PORTS.formatted(source, "")).expect(200).json();
        assertThat(answer.path("seen").asInt()).isEqualTo(1);
        assertThat(answer.at("/items/0/headline").asText()).isEqualTo("A ferry");
        assertThat(answer.at("/items/0/decision/outcome/desk").asText()).isEqualTo("coast");
        assertThat(before.path("routing").isNull()).isTrue();
        assertThat(admin.get("/v1/rules?limit=100").expect(200).text()).doesNotContain(source);
    }

    @Test
    void aSourcesDryRunShowsWhatItsRulesWouldDo() {
        var source = source("");
        make(PORTS.formatted(source, ""));
        server.serves(Rss.feed(Rss.item("a", "A ferry", "It sails.")));
        var entries = admin.post("/v1/sources/" + source + "/dry-run", null).expect(200).json();
        assertThat(entries.at("/entries/0/routing/outcome/desk").asText()).isEqualTo("coast");
    }

    @Test
    void aRuleIsReadReplacedListedAndRemoved() throws Exception {
        var source = source("");
        var rule = make(PORTS.formatted(source, ""));
        var path = "/v1/rules/" + rule.path("id").asText();
        assertThat(admin.get(path).expect(200).json()).isEqualTo(rule);
        var replaced =
                admin.put(
                        path,
                        """
                        {"name": "Off", "source": "%s", "enabled": false, "then": {"desk": "x"}}\
                        """
                                .formatted(source),
                        "If-Match",
                        "\"1\"");
        assertThat(replaced.expect(200).header("ETag")).isEqualTo("\"2\"");
        admin.put(path, PORTS.formatted(source, ""), "If-Match", "\"1\"")
                .problem(412, "precondition-failed");
        assertThat(fetched(source, "A ferry", "It sails.").path("routing").isNull()).isTrue();
        assertThat(admin.all("/v1/rules").stream().map(one -> one.path("id")))
                .contains(rule.path("id"));
        admin.delete(path).expect(204);
        admin.get(path).problem(404, "not-found");
        assertThat(admin.all("/v1/rules").stream().map(one -> one.path("id")))
                .doesNotContain(rule.path("id"));
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        var wrong =
                """
                {"name": " ",
                 "when": [{"field": "smell", "is": ["x"]}, {"field": "headline"},
                          {"field": "headline", "atLeast": 3}, {"field": "text", "contains": ["*"]}],
                 "hours": {"zone": "Europe/Nowhere",
                           "windows": [{"days": ["moonday"], "from": "8", "to": "25:00"}]},
                 "then": {"priority": 10}}\
                """;
        assertThat(admin.post("/v1/rules", wrong).wrongFields())
                .containsExactlyInAnyOrder(
                        "name",
                        "when[0].field",
                        "when[1]",
                        "when[2]",
                        "when[3].contains[0]",
                        "hours.zone",
                        "hours.windows[0].days",
                        "hours.windows[0].from",
                        "hours.windows[0].to",
                        "then.priority");
        assertThat(admin.post("/v1/rules", "{\"name\": \"A\"}").wrongFields())
                .containsExactly("then");
        assertThat(
                        admin.post(
                                        "/v1/rules",
                                        "{\"name\": \"A\", \"source\": \"%s\","
                                                        .formatted(UUID.randomUUID())
                                                + " \"then\": {\"desk\": \"x\"}}")
                                .wrongFields())
                .containsExactly("source");
    }
}
