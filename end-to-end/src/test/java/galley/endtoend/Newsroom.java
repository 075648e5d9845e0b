package galley.endtoend;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The people of a newsroom, and what they do with articles and sources. */
final class Newsroom {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    final Caller writer;
    final Caller editor;
    final Caller publisher;

    /** The writer again, who is an editor too. */
    final Caller writerAsEditor;

    private final Caller admin;
    private final Caller archive;

    Newsroom(Platform platform) {
        writer = platform.caller("editorial", "writer", "wim");
        writerAsEditor = platform.caller("editorial", "editor", "wim");
        editor = platform.caller("editorial", "editor", "eva");
        publisher = platform.caller("editorial", "publisher", "pia");
        admin = platform.caller("ingest", "admin", "ada");
        archive = platform.caller("ingest", "source", "archive");
    }

    /** Registers a site's feed; answers the source's id. */
    String register(FeedSite site) {
        var settings =
                Map.of(
                        "name", "Coast News",
                        "format", "rss",
                        "url", site.address().toString(),
                        "pollEvery", "PT1H");
        var registered = admin.post("/v1/sources", settings);
        assertThat(registered.status()).as(registered.text()).isEqualTo(201);
        return registered.json().path("id").asText();
    }

    /** Fetches a source now; answers the run's counts. */
    Run fetch(String source) {
        var run = admin.post("/v1/sources/" + source + "/fetch", null);
        assertThat(run.ok()).as(run.text()).isTrue();
        return Run.of(run.json());
    }

    /** Brings an archive in, all of it; answers how many of its articles are new. */
    int bringIn(String format, String file) {
        var wanted = Map.of("name", "archive", "format", format);
        var address = "/v1/imports/" + accepted(archive.post("/v1/imports", wanted), "id");
        var part = file.getBytes(StandardCharsets.UTF_8);
        var sent = archive.upload("PUT", address + "/parts/1", part, "application/octet-stream");
        assertThat(sent.ok()).as(sent.text()).isTrue();
        accepted(archive.post(address + "/start", null), "state");
        var done =
                await("the archive is in")
                        .atMost(PATIENCE)
                        .until(
                                () -> archive.get(address).json(),
                                it -> it.path("state").asText().equals("done"));
        assertThat(done.path("failed").asInt()).as(done.toString()).isZero();
        return done.path("new").asInt();
    }

    private static String accepted(Answer answer, String field) {
        assertThat(answer.ok()).as(answer.text()).isTrue();
        return answer.json().path(field).asText();
    }

    /** Waits until an article with the headline waits for review; answers its id. */
    String received(String headline) {
        return await("received: " + headline)
                .atMost(PATIENCE)
                .until(() -> idOfReceived(headline), id -> !id.isEmpty());
    }

    /** Writes a new article; answers its id. */
    String write(String headline) {
        return write(Map.of("headline", headline));
    }

    /** Writes a new article of such content; answers its id. */
    String write(Map<String, String> content) {
        var written = writer.post("/v1/articles", content);
        assertThat(written.status()).as(written.text()).isEqualTo(201);
        return written.json().path("id").asText();
    }

    Answer read(String id) {
        return editor.get("/v1/articles/" + id);
    }

    /** Somebody decides on an article as it is now. */
    Answer decide(Caller who, String id, String step, Object body) {
        return who.post(
                "/v1/articles/" + id + "/" + step,
                body,
                Map.of("If-Match", read(id).header("ETag")));
    }

    Answer decide(Caller who, String id, String step) {
        return decide(who, id, step, Map.of());
    }

    /** Two people take an article from its arrival through review. */
    void approve(String id) {
        decided(decide(writer, id, "submit"));
        decided(decide(editor, id, "approve"));
    }

    /** Three people take an article from its arrival to its release. */
    void release(String id) {
        approve(id);
        decided(decide(publisher, id, "release"));
    }

    /** A correction with another headline goes out. */
    void correct(String id, String headline) {
        decided(decide(publisher, id, "correct", Map.of("note", "It said something else.")));
        decided(
                writer.patch(
                        "/v1/articles/" + id,
                        Map.of("headline", headline),
                        Map.of("If-Match", read(id).header("ETag"))));
        release(id);
    }

    /** An article is withdrawn everywhere. */
    void kill(String id, String note) {
        decided(decide(publisher, id, "kill", Map.of("note", note)));
    }

    private static void decided(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** What happened to an article, oldest first. */
    List<PastStep> history(String id) {
        return PastStep.all(editor, id);
    }

    private String idOfReceived(String headline) {
        for (var item : editor.get("/v1/articles?state=received&limit=100").json().path("items")) {
            if (item.path("headline").asText().equals(headline)) {
                return item.path("id").asText();
            }
        }
        return "";
    }
}
