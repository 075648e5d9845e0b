package galley.endtoend;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A feed goes in, passes review by several people, comes out everywhere, and is taken back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FirstLight<P extends Platform> {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String PROBLEM = "application/problem+json";

    final P platform;
    private final Newsroom newsroom;
    private final Caller reader;

    /**
     * @param platform runs; the test ends it
     */
    FirstLight(P platform) {
        this.platform = platform;
        this.newsroom = new Newsroom(platform);
        this.reader = platform.reader();
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @Test
    void anItemComesInOnceAndAChangedOneUpdatesTheArticleThatNobodyHasTouched() {
        try (var site = platform.site(FerryFeed.of("in", "two crowns"))) {
            var source = newsroom.register(site);
            assertThat(newsroom.fetch(source)).isEqualTo(new Run(1, 1, 0, 0));
            var id = newsroom.received(FerryFeed.headline("in"));
            assertThat(newsroom.read(id).text())
                    .contains("two crowns")
                    .doesNotContain("alert", "onerror", "onclick", "javascript:");

            var second = newsroom.fetch(source);
            assertThat(second.fresh()).isZero();
            assertThat(second.updated()).isZero();
            assertThat(site.unchanged()).isEqualTo(1);

            site.publish(FerryFeed.of("in", "three crowns"));
            assertThat(newsroom.fetch(source)).isEqualTo(new Run(1, 0, 1, 0));
            await().atMost(PATIENCE)
                    .until(() -> newsroom.read(id).text().contains("It costs three crowns."));
        }
    }

    @Test
    void theSourcesChangeWaitsWhereSomebodyHasEdited() {
        try (var site = platform.site(FerryFeed.of("edited", "two crowns"))) {
            var source = newsroom.register(site);
            newsroom.fetch(source);
            var id = newsroom.received(FerryFeed.headline("edited"));
            assertThat(edit(id, "One ticket for both").status()).isEqualTo(200);

            site.publish(FerryFeed.of("edited", "three crowns"));
            assertThat(newsroom.fetch(source)).isEqualTo(new Run(1, 0, 1, 0));
            await("the change lies beside the article")
                    .atMost(PATIENCE)
                    .until(
                            () ->
                                    newsroom.editor
                                            .get("/v1/articles/" + id + "/source-revisions")
                                            .text()
                                            .contains("three crowns"));
            assertThat(newsroom.read(id).text())
                    .contains("One ticket for both", "It costs two crowns.");
        }
    }

    @Test
    void aDecisionIsRefusedWhereItMustBe() {
        var id = arrived("refused");
        var submit = "/v1/articles/" + id + "/submit";
        var nobody = new Caller(platform.address("editorial"), null);

        assertThat(nobody.post(submit, Map.of()).status()).isEqualTo(401);
        assertProblem(newsroom.decide(newsroom.writer, id, "release"), 403);
        assertProblem(newsroom.writer.post(submit, Map.of()), 428);
        assertProblem(newsroom.writer.post(submit, Map.of(), Map.of("If-Match", "\"stale\"")), 412);
        var outOfOrder = newsroom.decide(newsroom.publisher, id, "release");
        assertProblem(outOfOrder, 409);
        assertThat(outOfOrder.json().path("allowed"))
                .extracting(JsonNode::textValue)
                .contains("submit");

        assertThat(edit(id, "Mine").status()).isEqualTo(200);
        assertThat(newsroom.decide(newsroom.writer, id, "submit").status()).isEqualTo(200);
        var ownWork = newsroom.decide(newsroom.writerAsEditor, id, "approve");
        assertProblem(ownWork, 403);
        assertThat(ownWork.json().path("type").asText()).endsWith(":four-eyes");
        assertThat(newsroom.decide(newsroom.editor, id, "approve").status()).isEqualTo(200);
    }

    @Test
    void aReleasedArticleReachesReadersAndOtherSites() {
        var id = released("out");
        var headline = FerryFeed.headline("out");

        var content = reader.get("/v1/articles/" + id);
        assertThat(content.json().path("headline").asText()).isEqualTo(headline);
        assertThat(content.json().path("version").asInt()).isEqualTo(1);
        assertThat(reader.get("/v1/articles").text()).contains(id);
        for (var feed : new String[] {"rss.xml", "atom.xml", "feed.json"}) {
            assertThat(reader.get("/feeds/" + feed, "*/*").text()).contains("share a ticket: out");
        }
        var published = lastOnTopic(id);
        assertThat(published.document().path("pubStatus").asText()).isEqualTo("usable");
        assertThat(published.document().path("uri").asText()).isEqualTo("urn:uuid:" + id);

        var page = reader.get(addressKnownToEditorial(id), "text/html");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("One ticket now covers both.", "It costs two crowns.")
                .doesNotContain("alert(", "onerror", "javascript:");
    }

    @Test
    void aPictureThatAnEditorUploadsReachesReadersWithTheArticle() throws IOException {
        var uploaded = newsroom.editor.upload("/v1/media", picture(), "image/png");
        assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(201);
        var picture = "/media/" + uploaded.json().path("hash").asText();
        assertThat(reader.get(picture, "*/*").status()).isEqualTo(404);

        var part =
                Map.of(
                        "type",
                        "media",
                        "kind",
                        "image",
                        "alt",
                        "A tram beside a ferry",
                        "picture",
                        Map.of("hash", uploaded.json().path("hash").asText()));
        var created =
                newsroom.writer.post(
                        "/v1/articles",
                        Map.of(
                                "headline",
                                "Tram and ferry in one picture",
                                "parts",
                                List.of(part)));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        var id = created.json().path("id").asText();
        newsroom.release(id);
        var page = reader.get(addressKnownToEditorial(id), "text/html");
        assertThat(page.text()).contains("src=\"" + picture + "\"", "A tram beside a ferry");
        var served = reader.get(picture, "*/*");
        assertThat(served.status()).isEqualTo(200);
        assertThat(served.header("Content-Type")).isEqualTo("image/png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rss.xml", "atom.xml", "feed.json"})
    void aFeedIsSentOnceAndThenOnlyWhenItHasChanged(String feed) {
        released("again in " + feed);
        // The articles of other tests may come between two requests; then it has changed.
        await().atMost(PATIENCE)
                .until(
                        () -> {
                            var etag = reader.get("/feeds/" + feed, "*/*").header("ETag");
                            return reader.get("/feeds/" + feed, Map.of("If-None-Match", etag))
                                    .status();
                        },
                        status -> status == 304);
    }

    @Test
    void theTraceOfTheReleaseGoesOutWithTheArticle() {
        var id = arrived("traced");
        newsroom.decide(newsroom.writer, id, "submit");
        newsroom.decide(newsroom.editor, id, "approve");
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var released =
                newsroom.publisher.post(
                        "/v1/articles/" + id + "/release",
                        Map.of(),
                        Map.of(
                                "If-Match",
                                newsroom.read(id).header("ETag"),
                                "traceparent",
                                "00-" + trace + "-00f067aa0ba902b7-01"));
        assertThat(released.status()).isEqualTo(200);
        assertThat(lastOnTopic(id).traceparent()).contains(trace);
    }

    @Test
    void aPinOnTheFrontPageEndsByItself() {
        var first = released("first");
        var pinned = released("pinned");
        var until = Instant.now().plusSeconds(20).truncatedTo(ChronoUnit.SECONDS);
        var arranged =
                newsroom.publisher.put(
                        "/v1/front-page",
                        Map.of(
                                "size",
                                100,
                                "pins",
                                List.of(
                                        Map.of(
                                                "article",
                                                pinned,
                                                "position",
                                                1,
                                                "until",
                                                until.toString())),
                                "order",
                                Map.of("articles", List.of(first, pinned))),
                        Map.of(
                                "If-Match",
                                newsroom.publisher.get("/v1/front-page").header("ETag")));
        assertThat(arranged.status()).as(arranged.text()).isEqualTo(200);

        await("pinned").atMost(PATIENCE).until(() -> firstOnFrontPage().equals(pinned));
        await("no longer pinned").atMost(PATIENCE).until(() -> firstOnFrontPage().equals(first));
        assertThat(Instant.now()).isAfterOrEqualTo(until);
        var page = reader.get("/", "text/html").text();
        assertThat(page.indexOf("share a ticket: first"))
                .isNotNegative()
                .isLessThan(page.indexOf("share a ticket: pinned"));
    }

    private String firstOnFrontPage() {
        return reader.get("/v1/front-page").json().at("/items/0/id").asText();
    }

    @Test
    void aKillTakesTheArticleBackEverywhere() {
        var id = released("killed");
        var page = addressKnownToEditorial(id);
        var note = "Withdrawn: the tram does not run yet";

        assertProblem(newsroom.decide(newsroom.publisher, id, "kill"), 422);
        assertProblem(newsroom.decide(newsroom.editor, id, "kill", Map.of("note", note)), 403);
        var killed = newsroom.decide(newsroom.publisher, id, "kill", Map.of("note", note));
        assertThat(killed.status()).isEqualTo(200);

        await("gone for readers")
                .atMost(PATIENCE)
                .until(() -> reader.get("/v1/articles/" + id).status() == 410);
        assertThat(reader.get("/v1/articles/" + id).text()).contains(note);
        var gone = reader.get(page, "text/html");
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text()).contains(note).doesNotContain("One ticket now covers both.");
        assertThat(reader.get("/v1/articles").text()).doesNotContain(id);
        assertThat(reader.get("/", "text/html").text()).doesNotContain("share a ticket: killed");
        for (var feed : new String[] {"rss.xml", "atom.xml", "feed.json"}) {
            assertThat(reader.get("/feeds/" + feed, "*/*").text())
                    .doesNotContain("share a ticket: killed");
        }
        await("canceled for other sites")
                .atMost(PATIENCE)
                .until(
                        () ->
                                lastOnTopic(id)
                                        .document()
                                        .path("pubStatus")
                                        .asText()
                                        .equals("canceled"));
        assertThat(newsroom.read(id).json().path("publication").asText()).isEqualTo("killed");
    }

    @Test
    void whatIsTakenAwayAsAnExportOfWordPressCanBeBroughtBack() {
        var id = released("exported");
        var export =
                platform.caller("publish", "admin", "ada")
                        .get("/v1/export/wordpress.xml", "*/*")
                        .text();

        assertThat(newsroom.bringIn("wxr", export)).isPositive();

        var again = newsroom.received(FerryFeed.headline("exported"));
        assertThat(again).isNotEqualTo(id);
        assertThat(newsroom.read(again).json().at("/parts/0/body").asText())
                .contains("<p>One ticket now covers both.</p>", "<p>It costs two crowns.</p>");
    }

    /** A picture that nobody has had before. */
    private static byte[] picture() throws IOException {
        var image = new BufferedImage(32, 24, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < image.getWidth(); x++) {
            image.setRGB(x, 0, ThreadLocalRandom.current().nextInt());
        }
        var file = new ByteArrayOutputStream();
        ImageIO.write(image, "png", file);
        return file.toByteArray();
    }

    /** An article that has come from a feed of its own. */
    private String arrived(String name) {
        try (var site = platform.site(FerryFeed.of(name, "two crowns"))) {
            newsroom.fetch(newsroom.register(site));
            return newsroom.received(FerryFeed.headline(name));
        }
    }

    /** An article that readers have. */
    private String released(String name) {
        var id = arrived(name);
        newsroom.release(id);
        await(name + " is live")
                .atMost(PATIENCE)
                .until(() -> reader.get("/v1/articles/" + id).status() == 200);
        return id;
    }

    private Answer edit(String id, String standfirst) {
        return newsroom.writer.patch(
                "/v1/articles/" + id,
                Map.of("standfirst", standfirst),
                Map.of("If-Match", newsroom.read(id).header("ETag")));
    }

    private String addressKnownToEditorial(String id) {
        await("editorial knows that it is live")
                .atMost(PATIENCE)
                .until(() -> newsroom.read(id).json().path("publication").asText().equals("live"));
        return newsroom.read(id).json().path("url").asText();
    }

    private PublishedEvent lastOnTopic(String id) {
        return await(id + " is on the public topic")
                .atMost(PATIENCE)
                .until(() -> PublishedTopic.last(platform.kafka(), id), Optional::isPresent)
                .orElseThrow();
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith(PROBLEM);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    }
}
