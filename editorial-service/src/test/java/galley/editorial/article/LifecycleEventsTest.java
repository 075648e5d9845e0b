package galley.editorial.article;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.Api.Answer;
import galley.editorial.Events;
import galley.editorial.OnServers;
import galley.events.Topics;
import galley.testkit.ContractSchemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Every accepted change is told once, whole and in order, over the real broker. */
@OnServers
class LifecycleEventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONTENT =
            """
            {"headline": "Ferry stays in the dock", "language": "en-GB", "kind": "report",
             "subjects": [{"scheme": "medtop", "code": "20000038", "name": "culture"}],
             "embargoedUntil": "2026-05-20T10:00:00Z", "teaserBreak": {"part": "p1", "block": 0},
             "parts": [
               {"type": "introduction", "body": "<p>In the following</p>"},
               {"type": "reprint", "headline": "Docked", "attribution": {"publisher": "Lusa"},
                "dateline": {"place": "PORTO", "date": "2026-05-20"}, "body": "<p>Text</p>"},
               {"type": "media", "kind": "image", "url": "https://pics.example/1.jpg"},
               {"type": "people", "people": [{"name": "Rui"}]}]}
            """;

    private final Api wim = Api.as("writer", "wim");
    private final Api eva = Api.as("editor", "eva");
    private final Api pia = Api.as("publisher", "pia");

    private final List<JsonNode> answers = new ArrayList<>();

    private void accepted(Answer answer, int status) {
        answers.add(answer.expect(status).json());
    }

    /** Every step that people can take, and refusals in between, which nobody is told of. */
    private UUID wholeStory() {
        accepted(wim.post("/v1/articles", CONTENT), 201);
        String id = answers.getFirst().path("id").asText();
        accepted(wim.patch(id, "{\"section\": \"Home\"}"), 200);
        wim.patch(id, "{\"section\": \"Home\"}").expect(200); // changes nothing
        accepted(wim.decide(id, "submit", "{\"note\": \"Please read\"}"), 200);
        Api.as("editor", "wim").decide(id, "approve", "{}").expect(403);
        accepted(wim.decide(id, "withdraw", "{}"), 200);
        accepted(wim.decide(id, "submit", "{}"), 200);
        accepted(eva.decide(id, "request-changes", "{\"note\": \"Which dock?\"}"), 200);
        accepted(wim.decide(id, "submit", "{}"), 200);
        accepted(eva.decide(id, "approve", "{}"), 200);
        wim.post("/v1/articles/" + id + "/submit", "{}", "If-Match", "\"1\"").expect(412);
        accepted(pia.decide(id, "release", "{}"), 200);
        pia.decide(id, "kill", "{}").expect(422);
        accepted(
                pia.decide(id, "kill", "{\"note\": \"It sailed\", \"internalNote\": \"Ask Rui\"}"),
                200);
        return UUID.fromString(id);
    }

    private static JsonNode value(ConsumerRecord<String, byte[]> record) {
        try {
            return JSON.readTree(record.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void eachDecisionIsOneEventWithTheWholeArticleAsItWasAnswered() {
        UUID id = wholeStory();
        List<ConsumerRecord<String, byte[]>> told =
                Events.await(Topics.LIFECYCLE, id, answers.size());

        assertThat(told)
                .extracting(record -> Events.header(record, "ce_type"))
                .containsExactly(
                        "galley.article.edited.v1",
                        "galley.article.edited.v1",
                        "galley.article.submitted.v1",
                        "galley.article.withdrawn.v1",
                        "galley.article.submitted.v1",
                        "galley.article.changes-requested.v1",
                        "galley.article.submitted.v1",
                        "galley.article.approved.v1",
                        "galley.article.released.v1",
                        "galley.article.killed.v1");
        assertThat(told).extracting(r -> value(r).path("article")).isEqualTo(answers);
        assertThat(told)
                .extracting(r -> ContractSchemas.errors("lifecycle/1.4.json", value(r)))
                .allMatch(List::isEmpty);
        assertThat(told)
                .extracting(r -> Long.parseLong(Events.header(r, "ce_sequence")))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(told).extracting(r -> Events.header(r, "ce_id")).doesNotHaveDuplicates();
        assertThat(told)
                .allSatisfy(
                        r -> {
                            assertThat(Events.header(r, "ce_subject")).isEqualTo(id.toString());
                            assertThat(Events.header(r, "ce_source"))
                                    .isEqualTo("/galley/editorial");
                            assertThat(Events.header(r, "traceparent")).isNotBlank();
                        });
    }

    @Test
    void aKillIsToldOnceMoreOnItsOwnTopic() {
        UUID id = wholeStory();
        List<ConsumerRecord<String, byte[]>> kills = Events.await(Topics.KILL, id, 1);
        assertThat(kills).hasSize(1);
        ConsumerRecord<String, byte[]> last =
                Events.await(Topics.LIFECYCLE, id, answers.size()).getLast();
        assertThat(value(kills.getFirst())).isEqualTo(value(last));
        assertThat(value(last).at("/decision/note").asText()).isEqualTo("It sailed");
        assertThat(value(last).at("/article/version").asInt()).isEqualTo(2);
        assertThat(value(last).at("/article/publication").asText()).isEqualTo("killed");
    }

    @Test
    void aKillTellsWhatReadersHaveAndNotWhatIsBeingWritten() {
        UUID id = UUID.fromString(wim.create("Ferry runs"));
        wim.decide(id.toString(), "submit", "{}").expect(200);
        eva.decide(id.toString(), "approve", "{}").expect(200);
        pia.decide(id.toString(), "release", "{}").expect(200);
        pia.decide(id.toString(), "update", "{}").expect(200);
        wim.patch(id.toString(), "{\"headline\": \"Owner under suspicion\"}").expect(200);
        pia.decide(id.toString(), "kill", "{\"note\": \"Wrong\"}").expect(200);
        JsonNode kill = value(Events.await(Topics.KILL, id, 1).getFirst());
        assertThat(kill.at("/article/headline").asText()).isEqualTo("Ferry runs");
        assertThat(kill.at("/article/publication").asText()).isEqualTo("killed");
    }

    @Test
    void noEventNamesAMemberOfTheStaffOrTellsWhatStaysInside() {
        UUID id = wholeStory();
        List<ConsumerRecord<String, byte[]>> told =
                Events.await(Topics.LIFECYCLE, id, answers.size());
        assertThat(told)
                .extracting(r -> value(r).at("/decision/actor").asText())
                .allMatch(actor -> actor.matches("staff:[0-9a-f-]{36}"));
        assertThat(told)
                .extracting(r -> new String(r.value(), UTF_8))
                .noneMatch(text -> text.matches("(?s).*\\b(wim|eva|pia|Ask Rui)\\b.*"));
    }
}
