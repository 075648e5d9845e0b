package galley.publish.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;

/** Reads the list of articles as a client does. */
final class ArticlesPage {
    private ArticlesPage() {}

    /** The first page. */
    static JsonPath first(Map<String, ?> parameters) {
        return RestAssured.given()
                .queryParams(parameters)
                .get("/v1/articles")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The ids on all pages, in their order. */
    static List<String> ids(Map<String, ?> parameters) {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            var request = RestAssured.given().queryParams(parameters);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            var page = request.get("/v1/articles").then().statusCode(200).extract().jsonPath();
            ids.addAll(page.getList("items.id"));
            cursor = page.getString("next");
        } while (cursor != null);
        return ids;
    }
}
