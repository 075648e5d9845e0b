package galley.publish.frontpage;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.restassured.RestAssured;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.events.Arrangement;
import galley.events.PageArranged;
import galley.events.Section;
import galley.events.Topics;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;
import galley.testkit.GalleyServers;
import galley.testkit.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Pages come as events, and what can't be read waits for an admin. */
@TestServers
class PageEventsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String key = "s" + Samples.id();
    private final String page = PageArranged.SECTIONS + key;

    @Inject Desk desk;

    @AfterEach
    void clear() {
        desk.clear();
    }

    @Test
    void aSectionThatEditorialSetsIsThereForReaders() throws Exception {
        send(PageArranged.TYPE, 1, section());
        await().atMost(PATIENCE)
                .until(() -> RestAssured.get("/v1/sections/" + key).statusCode() == 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "null",
                "{}",
                "{\"page\": \"%s\", \"revision\": 2}",
                "{\"page\": \"%s\", \"revision\": 2, \"arrangement\": {\"size\": 3, \"pins\": [],"
                        + " \"order\": []}}",
                "{\"page\": \"front\", \"revision\": 2, \"arrangement\": {\"size\": 3}}",
                "{\"page\": \"front\", \"revision\": 2, \"arrangement\": {\"size\": 3, \"pins\":"
                        + " [null], \"order\": []}}",
                "{\"page\": \"back\", \"revision\": 2, \"deleted\": true}"
            })
    void whatBreaksTheContractBecomesADeadLetterAndTheRestGoesOn(String data) throws Exception {
        send(PageArranged.TYPE, 2, data.replace("%s", page).getBytes(StandardCharsets.UTF_8));
        send(PageArranged.TYPE, 1, section());
        await().atMost(PATIENCE)
                .until(() -> RestAssured.get("/v1/sections/" + key).statusCode() == 200);
        assertThat(letters()).hasSize(1);
    }

    @Test
    void aTypeThatIsNotKnownBecomesADeadLetter() throws Exception {
        send("galley.front-page.sung.v1", 1, section());
        await().atMost(PATIENCE).until(() -> letters().size() == 1);
        RestAssured.get("/v1/sections/" + key).then().statusCode(404);
    }

    private List<Object> letters() {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of("admin", "ada"))
                .queryParam("group", PageEvents.GROUP)
                .queryParam("key", page)
                .get("/v1/dead-letters")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    private byte[] section() throws Exception {
        var section = new Section(key, key, null, 0, null, true);
        var arrangement = new Arrangement(30, List.of(), List.of());
        return Samples.JSON.writeValueAsBytes(FrontDesk.page(page, 1, section, arrangement));
    }

    private void send(String type, long revision, byte[] data) throws Exception {
        var record = new ProducerRecord<>(Topics.FRONT_PAGE, page, data);
        Map.of(
                        "ce_id",
                        Samples.id().toString(),
                        "ce_source",
                        "/galley/editorial",
                        "ce_type",
                        type,
                        "ce_specversion",
                        "1.0",
                        "ce_subject",
                        page,
                        "ce_sequence",
                        "%010d".formatted(revision),
                        "content-type",
                        "application/json")
                .forEach(
                        (name, value) ->
                                record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (var editorial =
                new KafkaProducer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers",
                                GalleyServers.shared().kafka().bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            editorial.send(record).get();
        }
    }
}
