package galley.publish;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import galley.testkit.Tokens;

/** Calls the service under test as somebody with a role. */
public final class Client {
    private final String token;

    private Client(String token) {
        this.token = token;
    }

    public static Client as(String role, String name) {
        return new Client(Tokens.of(role, name));
    }

    public Response get(String path) {
        return request().get(path);
    }

    public Response post(String path, String body) {
        return request().body(body).post(path);
    }

    /** Changes something as it is now. */
    public Response patch(String path, String body) {
        return request().header("If-Match", etag(path)).body(body).patch(path);
    }

    /** Removes something as it is now. */
    public Response delete(String path) {
        return request().header("If-Match", etag(path)).delete(path);
    }

    public String etag(String path) {
        return get(path).then().statusCode(200).extract().header("ETag");
    }

    /** A request with JSON, to be completed. */
    public RequestSpecification request() {
        return RestAssured.given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
