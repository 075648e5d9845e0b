package galley.publish.page;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

import galley.events.Article;

/** Reads the pages of articles. */
final class ArticlePages {
    private ArticlePages() {}

    /** The page of an article that is live. */
    static Document page(Article article) {
        return Jsoup.parse(get(article).then().statusCode(200).extract().asString());
    }

    /** What the address of an article answers. */
    static Response get(Article article) {
        return RestAssured.get("/articles/" + article.slug());
    }
}
