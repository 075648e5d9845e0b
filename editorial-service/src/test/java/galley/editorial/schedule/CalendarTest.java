package galley.editorial.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.OnServers;

import static org.assertj.core.api.Assertions.assertThat;

/** What is due, on the days of a newsroom. */
@OnServers
class CalendarTest {
    private final Api eva = Api.as("editor", "eva");
    private final Api pia = Api.as("publisher", "pia");

    private List<String> due(String id, String query) {
        var items = eva.get("/v1/calendar?" + query).expect(200).json().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(entry -> entry.path("article").asText().equals(id))
                .map(entry -> entry.path("what").asText() + " " + entry.path("local").asText())
                .toList();
    }

    @Test
    void releasesEmbargoesAndWorkAreDue() {
        String id = eva.create("Regatta");
        eva.patch(id, "{\"embargoedUntil\": \"2041-06-02T06:00:00Z\"}").expect(200);
        eva.decide(id, "assign", "{\"user\": \"rui\", \"dueAt\": \"2041-06-01T12:00:00Z\"}")
                .expect(200);
        eva.decide(id, "submit", null).expect(200);
        pia.decide(id, "approve", null).expect(200);
        pia.decide(
                        id,
                        "schedule",
                        "{\"at\": \"2041-06-01T15:30:00Z\", \"override\": [\"embargo\"]}")
                .expect(200);
        assertThat(due(id, "from=2041-06-01&to=2041-06-02&zone=Europe/Berlin"))
                .containsExactly(
                        "due 2041-06-01T14:00:00+02:00",
                        "release 2041-06-01T17:30:00+02:00",
                        "embargo 2041-06-02T08:00:00+02:00");
        eva.decide(id, "spike", null).expect(200);
        assertThat(due(id, "from=2041-06-01&to=2041-06-02&zone=UTC")).isEmpty();
    }

    @Test
    void whatIsDueIsReadPageByPageThoughAllIsDueAtOneTime() {
        List<String> articles = List.of(eva.create("First regatta"), eva.create("Next regatta"));
        for (String id : articles) {
            eva.patch(id, "{\"embargoedUntil\": \"2043-06-02T06:00:00Z\"}").expect(200);
            eva.decide(id, "assign", "{\"user\": \"rui\", \"dueAt\": \"2043-06-02T06:00:00Z\"}")
                    .expect(200);
        }
        String path = "/v1/calendar?from=2043-06-02&to=2043-06-02&zone=UTC&limit=1";
        List<String> seen = new ArrayList<>();
        JsonNode page = eva.get(path).expect(200).json();
        while (!page.path("next").isNull()) {
            seen.add(entry(page));
            page = eva.get(path + "&cursor=" + page.path("next").asText()).expect(200).json();
        }
        seen.add(entry(page));
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        articles.stream()
                                .flatMap(id -> Stream.of(id + " embargo", id + " due"))
                                .toList());
        eva.get(path + "&cursor=x").problem(400, "bad-cursor");
        eva.get(path.replace("limit=1", "limit=101")).problem(400, "bad-limit");
    }

    private static String entry(JsonNode page) {
        assertThat(page.path("items")).hasSize(1);
        return page.at("/items/0/article").asText() + " " + page.at("/items/0/what").asText();
    }

    @Test
    void aDayIsThatOfTheZone() {
        String id = eva.create("Late regatta");
        eva.decide(id, "assign", "{\"user\": \"rui\", \"dueAt\": \"2042-03-01T23:30:00Z\"}")
                .expect(200);
        assertThat(due(id, "from=2042-03-01&to=2042-03-01&zone=UTC")).hasSize(1);
        assertThat(due(id, "from=2042-03-01&to=2042-03-01&zone=Asia/Tokyo")).isEmpty();
        assertThat(due(id, "from=2042-03-02&to=2042-03-02&zone=Asia/Tokyo")).hasSize(1);
    }

    @Test
    void whatIsNoDayOrZoneIsRefused() {
        for (String query :
                List.of(
                        "from=2042-03-01&to=2042-03-01",
                        "from=2042-03-01&to=2042-03-01&zone=Moon/Base",
                        "from=March&to=2042-03-01&zone=UTC",
                        "from=2042-03-02&to=2042-03-01&zone=UTC",
                        "zone=UTC")) {
            eva.get("/v1/calendar?" + query).problem(400, "bad-request");
        }
    }
}
