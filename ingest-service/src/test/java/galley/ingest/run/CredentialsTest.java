package galley.ingest.run;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import galley.ingest.Api;
import galley.ingest.FeedServer;
import galley.ingest.OnServers;
import galley.ingest.Rss;

import static org.assertj.core.api.Assertions.assertThat;

/** Credentials go to the server for which they were given, and nowhere else. */
@OnServers
class CredentialsTest {
    private static final String BASIC =
            "{\"type\": \"basic\", \"name\": \"galley\", \"secret\": \"tide:table\"}";

    private final Api admin = Api.as("admin", "ada");
    private final FeedServer server = new FeedServer();
    private final FeedServer other = new FeedServer();

    @AfterEach
    void closeServers() {
        server.close();
        other.close();
    }

    private String register(String credentials) {
        return admin.post(
                        "/v1/sources",
                        """
                        {"name": "A feed", "url": "%s", "pollEvery": "P1D", "credentials": %s}\
                        """
                                .formatted(server.feed(), credentials))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static List<String> sent(FeedServer to, String header) {
        return to.requests().stream().map(request -> request.getFirst(header)).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\": \"basic\", \"name\": \"galley\", \"secret\": \"tide:table\"}"
                        + "| Authorization | Basic Z2FsbGV5OnRpZGU6dGFibGU=",
                "{\"type\": \"bearer\", \"secret\": \"abc\"} | Authorization | Bearer abc",
                "{\"type\": \"header\", \"name\": \"X-Api-Key\", \"secret\": \"abc\"}"
                        + "| X-Api-Key | abc"
            })
    void theyComeWithEveryFetchAndDryRun(String credentials, String header, String value) {
        server.serves(Rss.feed(Rss.item("a", "Harbour opens", "It opened.")));
        var source = register(credentials);
        admin.fetch(source);
        admin.post("/v1/sources/" + source + "/dry-run", null).expect(200);
        assertThat(sent(server, header)).containsExactly(value, value);
    }

    @Test
    void theSecretIsNeverTold() {
        var source = register(BASIC);
        var answer = admin.get("/v1/sources/" + source).expect(200);
        assertThat(answer.json().path("credentials").toString())
                .isEqualTo("{\"type\":\"basic\",\"name\":\"galley\"}");
        assertThat(answer.text()).doesNotContain("table");
        assertThat(admin.get("/v1/sources?limit=100").expect(200).text()).doesNotContain("table");
    }

    @Test
    void anotherServerDoesNotGetThemByARedirect() {
        other.serves(Rss.feed(Rss.item("a", "Harbour opens", "It opened.")));
        server.answers(301, new byte[0], "Location", other.feed().toString());
        var source = register(BASIC);
        admin.fetch(source);
        assertThat(sent(other, "Authorization")).containsOnlyNulls().hasSize(1);
        // nor by being the source's address from then on
        admin.fetch(source);
        assertThat(sent(other, "Authorization")).containsOnlyNulls().hasSize(2);
        assertThat(sent(server, "Authorization")).doesNotContainNull().hasSize(2);
        assertThat(admin.get("/v1/sources/" + source).json().path("url").asText())
                .isEqualTo(server.feed().toString());
    }

    @Test
    void whoCanNotReadThemCanNotSendThemElsewhere() {
        var source = "/v1/sources/" + register(BASIC);
        var elsewhere = "{\"url\": \"%s\"}".formatted(other.feed());
        assertThat(admin.patch(source, elsewhere).wrongFields()).containsExactly("credentials");
        admin.patch(source, "{\"url\": \"%s\"}".formatted(server.at("/other.xml"))).expect(200);
        admin.patch(
                        source,
                        "{\"url\": \"%s\", \"credentials\": {\"type\": \"none\"}}"
                                .formatted(other.feed()))
                .expect(200);
        assertThat(admin.get(source).json().path("credentials").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | credentials.type",
                "{\"type\": \"digest\"} | credentials.type",
                "{\"type\": \"bearer\"} | credentials.secret",
                "{\"type\": \"basic\", \"name\": \"a:b\", \"secret\": \"c\"} | credentials.name",
                "{\"type\": \"header\", \"name\": \"Host\", \"secret\": \"c\"} | credentials.name",
                "{\"type\": \"header\", \"name\": \"a b\", \"secret\": \"c\"} | credentials.name",
                "{\"type\": \"bearer\", \"secret\": \"a\\nb\"} | credentials.secret"
            })
    void whatIsWrongIsNamed(String credentials, String field) {
        var source = "/v1/sources/" + admin.register(server.feed());
        assertThat(
                        admin.patch(source, "{\"credentials\": %s}".formatted(credentials))
                                .wrongFields())
                .containsExactly(field);
    }
}
