package galley.ingest.bulk;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import org.hibernate.Session;

import galley.ingest.Api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What tests of imports have in common: an archive that sends files. */
abstract class ImportCase {
    @Inject Session entities;

    final Api admin = Api.as("admin", "ada");
    final String owner = "archive-" + UUID.randomUUID();
    final Api archive = Api.as("source", owner);

    JsonNode run(String file, String format) {
        return finished(started(file, format));
    }

    String started(String file, String format) {
        var id = register(format);
        put(id, 1, file.getBytes(UTF_8));
        archive.post(path(id) + "/start", null).expect(200);
        return id;
    }

    String register(String format) {
        return archive.post(
                        "/v1/imports",
                        "{\"name\": \"the file\", \"format\": \"%s\"}".formatted(format))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    void put(String id, int number, byte[] bytes) {
        send(id, number, bytes).expect(204);
    }

    Api.Answer send(String id, int number, byte[] bytes) {
        return archive.putBytes(
                path(id) + "/parts/" + number, bytes, "Content-Type", "application/octet-stream");
    }

    JsonNode finished(String id) {
        await().atMost(60, SECONDS).until(() -> isOver(id));
        var over = archive.get(path(id)).expect(200).json();
        assertThat(over.path("state").asText()).describedAs(over.toString()).isEqualTo("done");
        return over;
    }

    boolean isOver(String id) {
        return !List.of("uploading", "running")
                .contains(admin.get(path(id)).expect(200).json().path("state").asText());
    }

    List<JsonNode> quarantined(JsonNode done) {
        return admin.all("/v1/quarantine").stream()
                .filter(entry -> entry.path("source").equals(done.path("source")))
                .toList();
    }

    static String path(String id) {
        return "/v1/imports/" + id;
    }

    static String counts(JsonNode done) {
        return "%d new, %d updated, %d unchanged, %d failed of %d"
                .formatted(
                        done.path("new").asLong(),
                        done.path("updated").asLong(),
                        done.path("unchanged").asLong(),
                        done.path("failed").asLong(),
                        done.path("seen").asLong());
    }

    static String lines(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(ImportCase::line)
                .collect(Collectors.joining("\n"));
    }

    static String line(int number) {
        return "{\"guid\": \"report-%1$d\", \"headline\": \"Report %1$d\", \"language\": \"en\"}"
                .formatted(number);
    }

    List<String> ofItems(String what) {
        return entities.createNativeQuery(
                        "select "
                                + what
                                + " from item i join item_revision r on r.item_id = i.id where"
                                + " i.source_id = (select id from source where owner = :owner)",
                        String.class)
                .setParameter("owner", owner)
                .getResultList();
    }

    long left(String table, String id) {
        return entities.createNativeQuery(
                        "select count(*) from " + table + " where import_id = :id", Long.class)
                .setParameter("id", UUID.fromString(id))
                .getSingleResult();
    }
}
