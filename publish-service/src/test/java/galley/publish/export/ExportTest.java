package galley.publish.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.events.Article;
import galley.kit.media.MediaStore;
import galley.publish.Pictured;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;
import galley.testkit.Tokens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** All that is live can be taken elsewhere, and nothing else. */
@TestServers
class ExportTest {
    private static final String SITE = "https://harbour-letter.example";

    @Inject Desk desk;

    @BeforeEach
    void clear() {
        desk.clear();
    }

    @Test
    void everyArticleIsALineAsTheContentApiAnswersIt() throws Exception {
        for (var name : Samples.ALL) {
            desk.release(Samples.article(name));
        }
        hiddenArticles();
        var lines = lines("");
        assertThat(lines).hasSize(Samples.ALL.size());
        assertThat(lines).extracting(ExportTest::id).isSorted();
        for (var line : lines) {
            var answer = RestAssured.get("/v1/articles/" + id(line)).asByteArray();
            assertThat(line).isEqualTo(Samples.JSON.readTree(answer));
        }
    }

    @Test
    void whoWasCutOffGoesOnAfterTheLastLine() throws Exception {
        // more than are read at once
        for (int i = 0; i < 45; i++) {
            desk.release(Samples.article("p03-wire-dateline"));
        }
        var all = lines("");
        assertThat(all).hasSize(45);
        assertThat(lines("?after=" + id(all.get(17)))).isEqualTo(all.subList(18, 45));
        assertThat(lines("?after=" + id(all.getLast()))).isEmpty();
        admin().get("/v1/export/articles.ndjson?after=here").then().statusCode(400);
    }

    @Test
    void linesAreCompressedForWhoTakesThat() {
        desk.release(Samples.article("p09-statement"));
        var answer = admin().header("Accept-Encoding", "gzip").get("/v1/export/articles.ndjson");
        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.asString().strip().lines()).hasSize(1);
    }

    @Test
    void anArticleIsAPostOfWordPressWithItsWordsDatesNamesAndAddress() {
        var article =
                desk.release(
                        Samples.article(
                                "p01-reprint",
                                json -> {
                                    json.put("headline", "Fish & <chips>").put("section", "Sea");
                                    json.put("standfirst", "Fresh & hot");
                                    json.putArray("tags").add("ports").add("Überfahrt");
                                    json.putArray("bylines").add("Ann Eden").add("Bo Fenn");
                                }));
        hiddenArticles();
        var file = wordPress();
        assertThat(file.getElementsByTag("wp:wxr_version").text()).isEqualTo("1.2");
        assertThat(file.getElementsByTag("wp:cat_name").eachText()).containsExactly("Sea");
        assertThat(file.getElementsByTag("wp:tag_name").eachText())
                .containsExactlyInAnyOrder("ports", "Überfahrt");
        assertThat(file.getElementsByTag("item")).hasSize(1);
        var post = file.getElementsByTag("item").first();
        assertThat(text(post, "title")).isEqualTo("Fish & <chips>");
        assertThat(text(post, "link")).isEqualTo(SITE + "/articles/" + article.slug());
        assertThat(text(post, "guid")).isEqualTo("urn:uuid:" + article.id());
        assertThat(text(post, "wp:post_name")).isEqualTo(article.slug());
        assertThat(text(post, "wp:post_date_gmt")).isEqualTo("2026-05-20 10:00:00");
        assertThat(text(post, "wp:status")).isEqualTo("publish");
        assertThat(text(post, "wp:post_type")).isEqualTo("post");
        assertThat(text(post, "excerpt:encoded")).isEqualTo("Fresh &amp; hot");
        var author = file.getElementsByTag("wp:author").first();
        assertThat(text(author, "wp:author_login")).isEqualTo(text(post, "dc:creator"));
        assertThat(text(author, "wp:author_display_name")).isEqualTo("Ann Eden, Bo Fenn");
        assertThat(post.select("category[domain=category]").eachText()).containsExactly("Sea");
        assertThat(post.select("category[domain=post_tag]").eachAttr("nicename"))
                .contains("ports")
                .allMatch(name -> name.matches("[a-z0-9-]+"));
        var content = Jsoup.parse(text(post, "content:encoded"));
        assertThat(content.select("p.attribution").text()).startsWith("First published");
        var page = Jsoup.parse(RestAssured.get("/articles/" + article.slug()).asString());
        assertThat(content.select(".body").eachText()).isEqualTo(page.select(".body").eachText());
    }

    @Test
    void aPictureIsAnAttachmentOfItsPost() {
        var hash = picture("a picture for export");
        desk.release(illustrated(hash));
        desk.release(illustrated(hash));
        var file = wordPress();
        var attachments =
                file.getElementsByTag("item").stream()
                        .filter(item -> text(item, "wp:post_type").equals("attachment"))
                        .toList();
        assertThat(attachments).hasSize(1);
        var attachment = attachments.getFirst();
        assertThat(text(attachment, "wp:attachment_url")).isEqualTo(SITE + "/media/" + hash);
        assertThat(text(attachment, "wp:meta_value")).isEqualTo(Pictured.ALT);
        var posts = file.getElementsByTag("wp:post_id").eachText();
        assertThat(posts).doesNotHaveDuplicates().contains(text(attachment, "wp:post_parent"));
    }

    @Test
    void aCopyOfTheSiteStandsByItself() throws Exception {
        for (int i = 0; i < 25; i++) {
            desk.release(Samples.article("p03-wire-dateline"));
        }
        var hash = picture("a picture for the copy");
        var first = desk.release(illustrated(hash));
        var moved = desk.release(Samples.next(first, json -> json.put("slug", "x" + first.slug())));
        var killed = hiddenArticles();

        var files = site();
        assertThat(files.keySet()).anyMatch(name -> name.matches("assets/site\\.[0-9a-f]+\\.css"));
        assertThat(files)
                .containsKeys(
                        "index.html",
                        "page-2/index.html",
                        "feeds/rss.xml",
                        "feeds/atom.xml",
                        "feeds/feed.json",
                        "media/" + hash + ".png",
                        "articles/" + moved.slug() + "/index.html",
                        "articles/" + first.slug() + "/index.html");
        assertThat(files.get("media/" + hash + ".png"))
                .isEqualTo("a picture for the copy".getBytes(UTF_8));
        for (var article : killed) {
            assertThat(files.keySet()).noneMatch(file -> file.contains(article.slug()));
        }
        files.forEach(
                (file, content) -> {
                    if (file.endsWith(".html")) {
                        assertLinksLead(files, file, Jsoup.parse(new String(content, UTF_8)));
                    }
                });
        var old = new String(files.get("articles/" + first.slug() + "/index.html"), UTF_8);
        assertThat(old).contains("url=../../articles/" + moved.slug() + "/index.html");
        var page = new String(files.get("articles/" + moved.slug() + "/index.html"), UTF_8);
        assertThat(Jsoup.parse(page).select("link[rel=canonical]").attr("href"))
                .isEqualTo(SITE + "/articles/" + moved.slug());
        var site = Jsoup.parse(RestAssured.get("/articles/" + moved.slug()).asString());
        assertThat(Jsoup.parse(page).select("main").text()).isEqualTo(site.select("main").text());
    }

    @Test
    void everyPageOfTheListsIsThere() throws Exception {
        for (int i = 0; i < 45; i++) {
            desk.release(Samples.article("p03-wire-dateline"));
        }
        var files = site();
        var listed =
                List.of("index.html", "page-2/index.html", "page-3/index.html").stream()
                        .mapToLong(
                                file ->
                                        Jsoup.parse(new String(files.get(file), UTF_8))
                                                .select("article")
                                                .size())
                        .sum();
        assertThat(listed).isEqualTo(45);
        assertThat(files).doesNotContainKey("page-4/index.html");
    }

    @Test
    void onlyAnAdminTakesItAll() {
        for (var file : List.of("articles.ndjson", "wordpress.xml", "site.zip")) {
            RestAssured.get("/v1/export/" + file).then().statusCode(401);
            RestAssured.given()
                    .auth()
                    .oauth2(Tokens.of("publisher", "pia"))
                    .get("/v1/export/" + file)
                    .then()
                    .statusCode(403);
        }
    }

    private static void assertLinksLead(Map<String, byte[]> files, String from, Document page) {
        for (Element element : page.select("[href], [src]")) {
            var link = element.attr(element.hasAttr("href") ? "href" : "src");
            if (!link.startsWith("http") && !link.startsWith("#")) {
                var target = Path.of("/" + from).resolveSibling(link).normalize().toString();
                assertThat(files).as(from + " leads to " + link).containsKey(target.substring(1));
            }
        }
    }

    /** What must not be seen: killed, and under embargo. */
    private List<Article> hiddenArticles() {
        var killed = desk.release(Samples.article("p12-editors-mark"));
        desk.kill(killed, "Withdrawn");
        var secret =
                desk.release(
                        Samples.article(
                                "p12-editors-mark",
                                json -> json.put("embargoedUntil", "2999-01-01T00:00:00Z")));
        return List.of(killed, secret);
    }

    private static String picture(String content) {
        return new MediaStore(Path.of("target/media")).put(content.getBytes(UTF_8));
    }

    private static Article illustrated(String hash) {
        return Samples.article(
                "p01-reprint", json -> Pictured.with(json, hash, "image/png", 640, 480));
    }

    private static List<JsonNode> lines(String query) throws IOException {
        var answer = ok(admin().get("/v1/export/articles.ndjson" + query));
        assertThat(answer.contentType()).startsWith("application/x-ndjson");
        return Samples.JSON
                .readerFor(JsonNode.class)
                .<JsonNode>readValues(answer.asByteArray())
                .readAll();
    }

    private static UUID id(JsonNode article) {
        return UUID.fromString(article.at("/id").asText());
    }

    private static Document wordPress() {
        var answer = ok(admin().get("/v1/export/wordpress.xml"));
        return Jsoup.parse(answer.asString(), "", Parser.xmlParser());
    }

    private static String text(Element element, String name) {
        return element.getElementsByTag(name).first().wholeText();
    }

    private static Map<String, byte[]> site() throws IOException {
        var answer = ok(admin().get("/v1/export/site.zip"));
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.asByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static Response ok(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private static RequestSpecification admin() {
        return RestAssured.given().auth().oauth2(Tokens.of("admin", "ada"));
    }
}
