package galley.editorial.picture;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.editorial.Api;
import galley.editorial.OnServers;
import galley.kit.media.MediaStore;
import galley.kit.picture.PictureCheck;
import galley.kit.picture.UnfitPictureException;
import galley.testkit.Tokens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@OnServers
class PicturesTest {
    private static final String ABSENT = "0".repeat(64);

    private final Api wim = Api.as("writer", "wim");

    @Test
    void anUploadedPictureIsKeptAndAnsweredAsItIs() {
        var uploaded = upload("image/png", Images.png(12, 7));

        assertThat(uploaded.statusCode()).as(uploaded.asString()).isEqualTo(201);
        var record = uploaded.jsonPath();
        String hash = record.getString("hash");
        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(uploaded.header("Location")).endsWith("/v1/media/" + hash);
        assertThat(record.getString("type")).isEqualTo("image/png");
        assertThat(record.getInt("width")).isEqualTo(12);
        assertThat(record.getInt("height")).isEqualTo(7);
        assertThat(record.getString("uploadedBy")).startsWith("staff:");
        assertThat(record.getString("uploadedAt")).endsWith("Z");
        assertThat(as("admin", "ada").get("/v1/media/" + hash).asString())
                .isEqualTo(uploaded.asString());

        var content = as("editor", "eva").get(record.getString("url"));
        assertThat(content.statusCode()).isEqualTo(200);
        assertThat(content.contentType()).isEqualTo("image/png");
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(content.header("Cache-Control")).contains("private", "immutable");
        assertThat(content.asByteArray()).hasSize(record.getInt("bytes"));
    }

    @Test
    void theSameBytesAgainAreTheSameRecord() {
        byte[] picture = Images.jpeg(9, 9);
        var first = upload("image/jpeg", picture);
        var again = uploadAs("editor", "eva", "image/jpeg", picture);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    @Test
    void twoWhoUploadTheSameAtOnceGetOneRecord() {
        byte[] picture = Images.jpeg(30, 30);
        List<Response> answers =
                IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(i -> uploadAs("writer", "twin-" + i, "image/jpeg", picture))
                        .toList();

        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 201);
        assertThat(answers).filteredOn(it -> it.statusCode() == 201).hasSize(1);
        assertThat(answers).extracting(Response::asString).containsOnly(answers.get(0).asString());
    }

    @Test
    void aFormWithOneFileIsAnUploadToo() {
        byte[] picture = Images.png(5, 5);
        var uploaded =
                as("writer", "wim")
                        .multiPart("file", "quay.png", picture, "image/png")
                        .post("/v1/media");
        assertThat(uploaded.statusCode()).as(uploaded.asString()).isEqualTo(201);
        var unnamed = as("writer", "wim").multiPart("f", "quay", picture).post("/v1/media");
        assertThat(unnamed.statusCode()).as(unnamed.asString()).isEqualTo(200);

        var two =
                as("writer", "wim")
                        .multiPart("a", "a.png", picture, "image/png")
                        .multiPart("b", "b.png", picture, "image/png")
                        .post("/v1/media");
        assertProblem(two, 422, "unprocessable");
        assertProblem(
                as("writer", "wim").multiPart("a", "text").post("/v1/media"), 422, "unprocessable");
        assertProblem(
                as("writer", "wim")
                        .multiPart("a", "a.txt", "hello".getBytes(UTF_8), "text/plain")
                        .post("/v1/media"),
                415,
                "unsupported-media-type");
    }

    @Test
    void creditAndCaptionAreReadAndPrivateMetadataIsTakenAway() {
        byte[] sent = Images.jpegWithNotes("Ana Lobo", "The quay at dusk", "40,38.5N");
        assertThat(Images.contains(sent, "40,38.5N")).isTrue();
        var record = upload("image/jpeg", sent).jsonPath();

        assertThat(record.getString("credit")).isEqualTo("Ana Lobo");
        assertThat(record.getString("caption")).isEqualTo("The quay at dusk");
        byte[] kept = as("writer", "wim").get(record.getString("url")).asByteArray();
        assertThat(kept).hasSizeLessThan(sent.length);
        assertThat(Images.contains(kept, "40,38.5N")).isFalse();
        assertThat(Images.contains(kept, "Ana Lobo")).isFalse();
    }

    @Test
    void itsBytesSayWhatAPictureIs() {
        byte[] png = Images.png(6, 6);
        assertProblem(upload("image/jpeg", png), 422, "unfit-picture");
        assertProblem(upload("image/png", "<svg/>".getBytes(UTF_8)), 422, "unfit-picture");
        assertProblem(upload("image/png", new byte[0]), 422, "unfit-picture");
        assertProblem(upload("image/png", Arrays.copyOf(png, 60)), 422, "unfit-picture");
        var bomb = upload("image/png", Images.bomb());
        assertProblem(bomb, 422, "unfit-picture");
        assertThat(bomb.jsonPath().getString("detail")).contains("30000 by 30000 pixels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/svg+xml", "image/tiff", "text/html", "application/json"})
    void otherTypesAreNeverTaken(String type) {
        assertProblem(upload(type, Images.png(3, 3)), 415, "unsupported-media-type");
    }

    @Test
    void aPictureMayBeLargerThanOtherBodies() {
        byte[] large = Images.png(1_400, 1_100);
        assertThat(large.length).isGreaterThan(4 << 20);
        assertThat(upload("image/png", large).statusCode()).isEqualTo(201);
        var form =
                as("writer", "wim")
                        .multiPart("file", "large.png", large, "image/png")
                        .post("/v1/media");
        assertThat(form.statusCode()).as(form.asString()).isEqualTo(200);

        var tooLarge = upload("image/png", new byte[(25 << 20) + 1]);
        assertProblem(tooLarge, 413, "too-large");
        assertThat(tooLarge.jsonPath().getInt("maxBytes")).isEqualTo(25 << 20);
        var article = wim.post("/v1/articles", " ".repeat((4 << 20) + 1));
        assertThat(article.problem(413, "too-large").path("maxBytes").asInt()).isEqualTo(4 << 20);
    }

    @Test
    void aBodyOfUnknownLengthIsBoundedToo() throws Exception {
        assertThat(chunked("/v1/articles", (4 << 20) + 1)).isEqualTo(413);
        assertThat(chunked("/v1/media", (25 << 20) + 1)).isEqualTo(413);
        assertThat(chunked("/v1/media", (4 << 20) + 1)).isEqualTo(422);
    }

    @Test
    void uploadsAreListedTheLatestFirst() {
        String name = "lister-" + UUID.randomUUID();
        List<String> hashes =
                IntStream.range(0, 3)
                        .mapToObj(_ -> uploadAs("writer", name, "image/png", Images.png(4, 4)))
                        .map(it -> it.jsonPath().getString("hash"))
                        .toList();
        upload("image/png", Images.png(4, 4));

        Api lister = Api.as("writer", name);
        var page = lister.get("/v1/media?mine=true&limit=2").expect(200).json();
        assertThat(page.path("items").findValuesAsText("hash"))
                .containsExactly(hashes.get(2), hashes.get(1));
        assertThat(page.path("items").get(0).path("name").asText()).isEqualTo(name);
        var rest =
                lister.get("/v1/media?mine=true&limit=2&cursor=" + page.path("next").asText())
                        .expect(200)
                        .json();
        assertThat(rest.path("items").findValuesAsText("hash")).containsExactly(hashes.get(0));
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(lister.get("/v1/media?limit=100").json().path("items").findValuesAsText("hash"))
                .containsSubsequence(hashes.get(2), hashes.get(1), hashes.get(0));
        lister.get("/v1/media?mine=perhaps").problem(400, "bad-request");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        wim.get("/v1/media/" + ABSENT).problem(404, "not-found");
        wim.get("/v1/media/" + ABSENT + "/content").problem(404, "not-found");
        wim.get("/v1/media/..%2F..%2Fsecret").problem(404, "not-found");
    }

    @Test
    void anArticleShowsAnUploadedPicture() {
        String hash = upload("image/png", Images.png(16, 9)).jsonPath().getString("hash");
        var part = wim.post("/v1/articles", article(hash)).expect(201).json().path("parts").get(0);

        assertThat(part.path("picture").path("type").asText()).isEqualTo("image/png");
        assertThat(part.path("picture").path("width").asInt()).isEqualTo(16);
        assertThat(part.path("picture").path("height").asInt()).isEqualTo(9);
        assertThat(part.path("url").asText())
                .isEqualTo("https://harbour-letter.example/media/" + hash);
    }

    @Test
    void anArticleShowsAPictureThatIngestKept() {
        String hash = new MediaStore(Path.of("target/media")).put(cleaned());
        var record = wim.get("/v1/media/" + hash).expect(200).json();
        assertThat(record.path("width").asInt()).isEqualTo(11);
        assertThat(record.path("uploadedBy").isNull()).isTrue();
        assertThat(as("writer", "wim").get(record.path("url").asText()).asByteArray())
                .hasSize(record.path("bytes").asInt());
        var part = wim.post("/v1/articles", article(hash)).expect(201).json().path("parts").get(0);
        assertThat(part.path("picture").path("height").asInt()).isEqualTo(13);
    }

    @Test
    void everySaveNamesThePictureThatTheStoreDoesNotHave() {
        var created = wim.post("/v1/articles", article(ABSENT)).problem(422, "unprocessable");
        assertThat(created.path("errors").get(0).path("field").asText())
                .isEqualTo("parts[0].picture.hash");

        String id = wim.create("Without a picture");
        var patched = wim.patch(id, article(ABSENT)).problem(422, "unprocessable");
        assertThat(patched.path("errors").get(0).path("field").asText())
                .isEqualTo("parts[0].picture.hash");
        String etag = wim.get("/v1/articles/" + id).header("ETag");
        wim.send("PUT", "/v1/articles/" + id, article(ABSENT), "If-Match", etag)
                .problem(422, "unprocessable");
    }

    /** What is in the store when nobody has uploaded it. */
    private static byte[] cleaned() {
        try {
            return PictureCheck.of(Images.png(11, 13)).bytes();
        } catch (UnfitPictureException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String article(String hash) {
        return """
        {"headline": "The quay", "parts": [{"type": "media", "kind": "image", "alt": "A quay",
          "picture": {"hash": "%s"}}]}
        """
                .formatted(hash);
    }

    private static int chunked(String path, int length) throws Exception {
        var type = path.equals("/v1/media") ? "image/png" : "application/json";
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                        .header("Authorization", "Bearer " + Tokens.of("writer", "wim"))
                        .header("Content-Type", type)
                        .POST(
                                HttpRequest.BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(new byte[length])))
                        .build();
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static Response upload(String type, byte[] picture) {
        return uploadAs("writer", "wim", type, picture);
    }

    private static Response uploadAs(String role, String name, String type, byte[] picture) {
        return as(role, name).header("Content-Type", type).body(picture).post("/v1/media");
    }

    private static RequestSpecification as(String role, String name) {
        return RestAssured.given()
                .config(
                        RestAssured.config()
                                .encoderConfig(
                                        RestAssured.config()
                                                .getEncoderConfig()
                                                .appendDefaultContentCharsetToContentTypeIfUndefined(
                                                        false)))
                .auth()
                .oauth2(Tokens.of(role, name));
    }

    private static void assertProblem(Response answer, int status, String name) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:galley:problem:" + name);
    }
}
