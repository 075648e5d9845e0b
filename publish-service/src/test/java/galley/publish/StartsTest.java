package galley.publish;

import org.junit.jupiter.api.Test;

@TestServers
class StartsTest {
    @Test
    void starts() {
        io.restassured.RestAssured.get("/").then().log().all().statusCode(200);
    }
}
