package galley.publish.content;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.inject.Inject;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.events.Article;
import galley.publish.PlainClient;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;
import galley.testkit.ContractSchemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

@TestServers
class ArticlesResourceTest {
    private static final String NINJS = "application/vnd.iptc.ninjs+json";
    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

    @Inject Desk desk;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | application/json",
                "application/json | application/json",
                "application/* | application/json",
                NINJS + " | " + NINJS,
                "text/html | text/html",
                "text/* | text/html",
                BROWSER + " | text/html",
                "application/json;q=0.4, text/html;q=0.5 | text/html",
                "application/json;q=0.5, " + NINJS + ";q=0.9, */*;q=0.1 | " + NINJS,
                "application/json;q=0, */* | " + NINJS,
                "text/csv, application/json;q=0.1 | application/json",
                "application/ld+json | application/ld+json",
                "application/vnd.iptc.g2.newsitem+xml | application/vnd.iptc.g2.newsitem+xml",
                "application/nitf+xml | application/nitf+xml",
                "text/vnd.iptc.nitf | text/vnd.iptc.nitf;charset=UTF-8",
                "text/plain | text/plain;charset=UTF-8",
                "text/plain, application/json;q=0.1 | text/plain;charset=UTF-8",
            })
    void theFormIsTheOneThatTheClientLikesBest(String accept, String contentType) {
        var article = desk.release(Samples.article("p01-reprint"));
        get(article, accept).then().statusCode(200).contentType(startsWith(contentType));
    }

    @Test
    void withoutAnAcceptItIsJson() {
        var article = desk.release(Samples.article("p01-reprint"));
        var answer = PlainClient.get("/v1/articles/" + article.id());
        assertThat(PlainClient.header(answer, "Content-Type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv",
                "application/xml",
                "image/png",
                "application/json;q=0",
                "text/html;q=0"
            })
    void aFormThatIsNotOfferedIsRefused(String accept) {
        var article = desk.release(Samples.article("p01-reprint"));
        get(article, accept)
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:galley:problem:not-acceptable"));
    }

    @Test
    void theJsonIsTheArticleWithoutWhatIsInternal() {
        var article = desk.release(Samples.article("p01-reprint"));
        var json = get(article, "application/json").jsonPath();
        assertThat(json.getMap("$").keySet())
                .containsExactly(
                        "id",
                        "revision",
                        "version",
                        "slug",
                        "language",
                        "kind",
                        "headline",
                        "standfirst",
                        "section",
                        "tags",
                        "bylines",
                        "subjects",
                        "rights",
                        "teaserBreak",
                        "parts",
                        "related",
                        "publication",
                        "embargoedUntil",
                        "publishedAt",
                        "updatedAt",
                        "url",
                        "corrections");
        assertThat(json.getString("id")).isEqualTo(article.id().toString());
        assertThat(json.getString("publication")).isEqualTo("live");
        assertThat(json.getString("kind")).isEqualTo("reprint");
        assertThat(json.getString("url"))
                .isEqualTo("https://harbour-letter.example/articles/" + article.slug());
        assertThat(json.getString("parts[1].type")).isEqualTo("reprint");
        assertThat(json.getString("parts[1].attribution.publishedOn")).isEqualTo("2026-05-18");
        assertThat(json.getString("publishedAt")).isEqualTo("2026-05-20T10:00:00Z");
    }

    @Test
    void ninjsIsWhatWentOutOnTheTopic() throws Exception {
        var article = desk.release(Samples.article("p04-translation-chain"));
        var document = Samples.JSON.readTree(get(article, NINJS).asByteArray());
        assertThat(ContractSchemas.errors("published/1.0.json", document)).isEmpty();
        assertThat(document.at("/uri").asText()).isEqualTo("urn:uuid:" + article.id());
    }

    @Test
    void aSlugFindsItToo() {
        var article = desk.release(Samples.article("p01-reprint"));
        RestAssured.get("/v1/articles/" + article.slug())
                .then()
                .statusCode(200)
                .body("id", equalTo(article.id().toString()));
    }

    @Test
    void aFormerSlugLeadsOn() {
        var first = desk.release(Samples.article("p01-reprint"));
        var slug = "café-" + first.id();
        desk.release(Samples.next(first, json -> json.put("slug", slug)));
        var answer = PlainClient.get("/v1/articles/" + first.slug());
        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(PlainClient.header(answer, "Location"))
                .contains("/v1/articles/caf%C3%A9-" + first.id());
        RestAssured.get("/v1/articles/" + first.slug())
                .then()
                .statusCode(200)
                .body("slug", equalTo(slug));
    }

    @ParameterizedTest
    @CsvSource({
        "json,application/json",
        "ninjs," + NINJS,
        "html,text/html;charset=UTF-8",
        "json-ld,application/ld+json",
        "newsml-g2,application/vnd.iptc.g2.newsitem+xml",
        "nitf,application/nitf+xml",
        "text,text/plain;charset=UTF-8"
    })
    void whoCantSetHeadersNamesTheForm(String format, String contentType) {
        var article = desk.release(Samples.article("p01-reprint"));
        var answer =
                PlainClient.get(
                        "/v1/articles/" + article.id() + "?format=" + format,
                        "Accept",
                        "image/png");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(PlainClient.header(answer, "Content-Type")).isEqualTo(contentType);
    }

    @Test
    void aFormThatHasNoSuchNameIsAProblem() {
        RestAssured.get("/v1/articles/x?format=pdf")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:galley:problem:bad-format"));
    }

    @Test
    void theNameOfTheFormLeadsOnToo() {
        var first = desk.release(Samples.article("p01-reprint"));
        desk.release(Samples.next(first, json -> json.put("slug", "new-" + first.id())));
        RestAssured.get("/v1/articles/" + first.slug() + "?format=text")
                .then()
                .statusCode(200)
                .contentType("text/plain;charset=UTF-8");
    }

    @Test
    void whatIsNotThereIsAProblemOrAPage() {
        for (var name : new String[] {Samples.id().toString(), "no-such-article", "%20"}) {
            RestAssured.given()
                    .urlEncodingEnabled(false)
                    .get("/v1/articles/" + name)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:galley:problem:not-found"))
                    .header("Cache-Control", "public, no-cache");
        }
        RestAssured.given()
                .accept("text/html")
                .get("/v1/articles/no-such-article")
                .then()
                .statusCode(404)
                .contentType(startsWith("text/html"));
    }

    @Test
    void aKilledArticleIsGoneAndSaysWhy() {
        var article = desk.release(Samples.article("p01-reprint"));
        desk.kill(article, "Withdrawn: the ferry office took it back");
        for (var accept : new String[] {"application/json", NINJS, "*/*", "text/plain"}) {
            get(article, accept)
                    .then()
                    .statusCode(410)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:galley:problem:withdrawn"))
                    .body("status", equalTo(410))
                    .body("note", equalTo("Withdrawn: the ferry office took it back"))
                    .body("id", equalTo(article.id().toString()))
                    .body("version", equalTo(2))
                    .body(not(containsString("The night ferry sails")))
                    .header("Cache-Control", "public, no-cache");
        }
        get(article, "text/html")
                .then()
                .statusCode(410)
                .contentType(startsWith("text/html"))
                .body(containsString("the ferry office took it back"));
    }

    @Test
    void copiesKnowWhatTheyDependOn() {
        var article = desk.release(Samples.article("p01-reprint"));
        for (var accept : new String[] {"application/json", NINJS, "text/html"}) {
            var answer = get(article, accept);
            assertThat(answer.headers().getValues("Vary"))
                    .containsExactlyInAnyOrder("Accept", "Accept-Encoding");
            assertThat(answer.header("Cache-Control")).isEqualTo("public, no-cache");
            assertThat(answer.header("Last-Modified")).isEqualTo("Wed, 20 May 2026 10:00:00 GMT");
            assertThat(answer.header("ETag")).matches("\"[^\"]+\"");
        }
    }

    @Test
    void everyFormHasItsOwnTag() {
        var article = desk.release(Samples.article("p09-statement"));
        Set<String> tags = new HashSet<>();
        for (var accept :
                new String[] {
                    "application/json",
                    NINJS,
                    "text/html",
                    "application/ld+json",
                    "application/vnd.iptc.g2.newsitem+xml",
                    "application/nitf+xml",
                    "text/vnd.iptc.nitf",
                    "text/plain"
                }) {
            for (var coding : new String[] {"identity", "gzip", "br"}) {
                var answer =
                        PlainClient.get(
                                "/v1/articles/" + article.id(),
                                "Accept",
                                accept,
                                "Accept-Encoding",
                                coding);
                tags.add(PlainClient.header(answer, "ETag"));
            }
        }
        assertThat(tags).hasSize(8 * 3);
    }

    @Test
    void anyPageOfAnyOriginMayRead() {
        var article = desk.release(Samples.article("p01-reprint"));
        for (var path : List.of("/v1/articles/" + article.id(), "/v1/articles/none")) {
            var elsewhere =
                    RestAssured.given().header("Origin", "https://elsewhere.example").get(path);
            var here = RestAssured.get(path);
            // the same to both, for a cache between gives one's answer to the other
            for (var answer : List.of(elsewhere, here, RestAssured.get(path))) {
                assertThat(answer.headers().getValues("Access-Control-Allow-Origin"))
                        .as(path)
                        .containsExactly("*");
                assertThat(answer.header("Access-Control-Expose-Headers")).isEqualTo("*");
            }
        }
    }

    @Test
    void aPageElsewhereMayAskBeforeItAsks() {
        RestAssured.given()
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "if-none-match")
                .options("/v1/articles")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Access-Control-Allow-Methods", equalTo("GET, HEAD"))
                .header("Access-Control-Allow-Headers", containsString("if-none-match"))
                .header("Access-Control-Max-Age", equalTo("86400"));
    }

    @Test
    void headAnswersLikeGetWithoutTheBody() {
        var article = desk.release(Samples.article("p01-reprint"));
        for (var path :
                new String[] {
                    "/v1/articles",
                    "/v1/articles/" + article.id(),
                    "/v1/articles/" + article.id() + "?format=nitf"
                }) {
            var got = RestAssured.given().header("Accept-Encoding", "identity").get(path);
            var head = RestAssured.given().header("Accept-Encoding", "identity").head(path);
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.asByteArray()).isEmpty();
            assertThat(head.header("ETag")).isEqualTo(got.header("ETag"));
            assertThat(head.contentType()).isEqualTo(got.contentType());
        }
    }

    @Test
    void theApiDescribesItself() {
        var described = RestAssured.given().accept("application/json").get("/q/openapi");
        described
                .then()
                .statusCode(200)
                .body("paths.keySet()", hasItems("/v1/articles", "/v1/articles/{idOrSlug}"));
    }

    private static Response get(Article article, String accept) {
        return RestAssured.given()
                .header("Accept-Encoding", "identity")
                .header("Accept", accept)
                .get("/v1/articles/" + article.id());
    }
}
