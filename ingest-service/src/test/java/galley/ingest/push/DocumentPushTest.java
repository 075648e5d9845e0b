package galley.ingest.push;

import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import galley.ingest.Api;
import galley.ingest.OnServers;
import galley.ingest.Rss;
import galley.ingest.text.Docx;

import static org.assertj.core.api.Assertions.assertThat;

/** Pushes of documents, whose Content-Type or content says the format. */
@OnServers
class DocumentPushTest {
    private final String name = "desk-" + UUID.randomUUID();
    private final Api desk = Api.as("source", name);
    private final Api admin = Api.as("admin", "ada");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/plain                | plain-text | 'Ferry is back\n\nIt runs.'",
                "text/plain; charset=utf-8 | plain-text | 'Ferry is back\n\nIt runs.'",
                "text/markdown             | markdown   | '# Ferry is back\n\nIt runs.'",
                "TEXT/HTML                 | html       | '<h1>Ferry is back</h1><p>It runs.'"
            })
    void aTextIsOfTheFormatThatItsMediaTypeNames(String type, String format, String text) {
        var item = desk.post("/v1/items", text, "Content-Type", type).expect(201).json();
        assertThat(item.path("format").asText()).isEqualTo(format);
        assertThat(article(item).path("headline").asText()).isEqualTo("Ferry is back");
        assertThat(article(item).path("body").asText()).isEqualTo("<p>It runs.</p>");
        var id = item.path("id").asText();
        assertThat(desk.get("/v1/items/" + id).expect(200).json()).isEqualTo(item);
        assertThat(desk.get("/v1/items/" + id + "/raw").expect(200).text()).isEqualTo(text);
        desk.post("/v1/items", text, "Content-Type", type).expect(200);
    }

    @Test
    void jsonOfAnotherFormatIsReadAsThat() {
        var ninjs =
                """
                {"uri": "urn:newsml:wire.example:1", "type": "text", "headline": "Ferry is back",
                 "body_html": "<p>It runs.</p>", "pubstatus": "usable", "versioncreated": "2026-03-04T10:00:00Z"}\
                """;
        var item = desk.post("/v1/items", ninjs).expect(201).json();
        assertThat(item.path("format").asText()).isEqualTo("ninjs");
        assertThat(article(item).path("guid").asText()).isEqualTo("urn:newsml:wire.example:1");
        var ours = "{\"guid\": \"1\", \"headline\": \"Ferry\", \"byline\": \"A\"}";
        assertThat(desk.post("/v1/items", ours).expect(201).json().path("format").asText())
                .isEqualTo("json");
    }

    @Test
    void theLanguageOfATextThatTellsNoneIsDetected() {
        var text =
                "Der Turm von Köln\n\nDie Stadt hat den alten Turm am Hafen renoviert, und seit"
                        + " Montag darf man ihn wieder besteigen.";
        var item = desk.post("/v1/items", text, "Content-Type", "text/plain").expect(201).json();
        assertThat(article(item).path("language").asText()).isEqualTo("de");
    }

    @Test
    void aWordProcessorDocumentIsRead() {
        var docx = Docx.of(Docx.paragraph("Title", "Ferry") + Docx.paragraph("It runs.")).bytes();
        var type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        var item = desk.postBytes("/v1/items", docx, "Content-Type", type).expect(201).json();
        assertThat(item.path("format").asText()).isEqualTo("docx");
        assertThat(article(item).path("headline").asText()).isEqualTo("Ferry");
        assertThat(desk.get("/v1/items/" + item.path("id").asText() + "/raw").bytes())
                .isEqualTo(docx);
    }

    @Test
    void aFeedBringsAllItsArticlesAndSaysWhatItLeftOut() {
        var feed =
                Rss.feed(
                        Rss.item("1", "One", "a"),
                        Rss.unreadable("2"),
                        Rss.item("3", "Three", "c"));
        var answer = desk.post("/v1/items", feed, "Content-Type", "application/rss+xml");
        var item = answer.expect(201).json();
        assertThat(item.path("articles").findValuesAsText("headline"))
                .containsExactly("One", "Three");
        assertThat(item.path("articles").findValuesAsText("articleId")).doesNotHaveDuplicates();
        assertThat(item.path("reason").asText()).contains("Entry 2");
        assertThat(answer.header("Location")).endsWith(item.path("id").asText());
        assertThat(quarantined()).isOne();
    }

    @Test
    void whatCannotBeReadIsAnsweredSoAndKept() {
        var broken = "<rss><channel><item><title></title></item></channel></rss>";
        var problem =
                desk.post("/v1/items", broken, "Content-Type", "text/xml")
                        .problem(422, "unreadable-document");
        assertThat(problem.path("detail").asText()).contains("quarantine");
        desk.post("/v1/items", "<telex/>", "Content-Type", "application/xml")
                .problem(422, "unreadable-document");
        desk.post("/v1/items", "   ", "Content-Type", "text/plain")
                .problem(422, "unreadable-document");
        assertThat(quarantined()).isEqualTo(3);
    }

    @Test
    void whatIsOfNoFormatIsNotKept() {
        desk.post("/v1/items", "GIF89a", "Content-Type", "image/gif")
                .problem(415, "unsupported-media-type");
        assertThat(quarantined()).isZero();
    }

    @Test
    void anIdempotencyKeyHoldsForDocumentsToo() {
        var key = "\"" + UUID.randomUUID() + "\"";
        var first = text("A ferry.", key).expect(201).text();
        assertThat(text("A ferry.", key).expect(201).text()).isEqualTo(first);
        text("Another ferry.", key).problem(422, "idempotency-key-reused");
    }

    private Api.Answer text(String text, String key) {
        return desk.post("/v1/items", text, "Content-Type", "text/plain", "Idempotency-Key", key);
    }

    private static JsonNode article(JsonNode item) {
        assertThat(item.path("articles")).hasSize(1);
        return item.path("articles").path(0);
    }

    /** How many of this sender's documents and entries wait. */
    private long quarantined() {
        var source =
                admin.all("/v1/sources").stream()
                        .filter(each -> each.path("name").asText().equals(name))
                        .map(each -> each.path("id").asText())
                        .findFirst();
        return source.isEmpty()
                ? 0
                : admin.all("/v1/quarantine").stream()
                        .filter(each -> each.path("source").asText().equals(source.get()))
                        .count();
    }
}
