package galley.publish.page;

import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import galley.events.Article;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static galley.publish.page.ArticlePages.page;
import static org.assertj.core.api.Assertions.assertThat;

/** Readers go on from an article to those that its editors name beside it. */
@TestServers
class RelatedTest {
    private static final String SITE = "https://harbour-letter.example";

    @Inject Desk desk;

    private static Article withRelated(UUID other) {
        return Samples.article(
                "p06-remarks",
                json -> {
                    add(json).put("title", "The islands").put("url", "https://mare.example/i");
                    add(json).put("title", "B's remarks").put("article", other.toString());
                });
    }

    private static ObjectNode add(ObjectNode article) {
        ArrayNode related = article.withArray("related");
        return related.addObject();
    }

    private static Response json(Article article) {
        return RestAssured.given()
                .header("Accept", "application/json")
                .get("/v1/articles/" + article.id())
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    @Test
    void anArticleLeadsToItsSisterPieceWhileThatIsLive() {
        var sister = Samples.article("p01-reprint");
        var article = desk.release(withRelated(sister.id()));
        assertThat(page(article).select(".related a").eachAttr("href"))
                .containsExactly("https://mare.example/i");
        var before = json(article);
        assertThat(before.jsonPath().getList("related.title")).containsExactly("The islands");
        assertThat(before.asString() + before.headers()).doesNotContain(sister.id().toString());

        desk.release(sister);
        assertThat(page(article).select(".related a").eachAttr("href"))
                .containsExactly("https://mare.example/i", "/articles/" + sister.slug());
        assertThat(page(article).select(".related a").eachText())
                .containsExactly("The islands", "B's remarks");
        assertThat(json(article).header("Surrogate-Key"))
                .contains(article.id().toString(), sister.id().toString());
        var live = json(article).jsonPath();
        assertThat(live.getList("related.url"))
                .containsExactly("https://mare.example/i", SITE + "/articles/" + sister.slug());
        assertThat(live.getString("related[1].article")).isEqualTo(sister.id().toString());

        desk.kill(sister, "Withdrawn");
        assertThat(page(article).select(".related a")).hasSize(1);
        assertThat(json(article).asString()).doesNotContain(sister.id().toString());
    }

    @Test
    void aLinkHasAHeadingAndLeadsNowhereUnsafe() {
        var article =
                desk.release(
                        Samples.article(
                                "p01-reprint",
                                json -> {
                                    add(json).put("title", "Run").put("url", "javascript:run()");
                                    add(json)
                                            .put("title", "A <b> of its own")
                                            .put("url", "https://mare.example/b");
                                }));
        var related = page(article).select("nav.related");
        assertThat(related.select("h2").attr("id")).isEqualTo(related.attr("aria-labelledby"));
        assertThat(related.select("a").eachText()).containsExactly("A <b> of its own");
    }

    @Test
    void whereNothingIsRelatedThereIsAnEmptyList() {
        var article = desk.release(Samples.article("p01-reprint"));
        assertThat(page(article).select(".related")).isEmpty();
        assertThat(json(article).jsonPath().getList("related")).isEmpty();
    }

    @Test
    void theListHasThemToo() {
        var sister = desk.release(Samples.article("p01-reprint"));
        var section = "Related " + sister.id();
        desk.release(
                Samples.changed(withRelated(sister.id()), json -> json.put("section", section)));
        assertThat(
                        RestAssured.given()
                                .queryParam("section", section)
                                .get("/v1/articles")
                                .jsonPath()
                                .getString("items[0].related[1].article"))
                .isEqualTo(sister.id().toString());
    }
}
