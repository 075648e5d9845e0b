package galley.editorial.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.OnServers;

import static org.assertj.core.api.Assertions.assertThat;

@OnServers
class ListsTest {
    private final Api wim = Api.as("writer", "wim");

    @Inject AgroalDataSource database;

    private static List<String> ids(JsonNode page) {
        return page.path("items").valueStream().map(item -> item.path("id").asText()).toList();
    }

    private List<String> all(String query) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = wim.get("/v1/articles?" + query + cursor).expect(200).json();
            ids.addAll(ids(page));
            JsonNode next = page.path("next");
            cursor = next.isNull() ? null : "&cursor=" + next.asText();
        }
        return ids;
    }

    @Test
    void aListIsInTheOrderOfArrivalTheLatestFirst() {
        String word = "w" + UUID.randomUUID().toString().substring(0, 8);
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            created.addFirst(wim.create("Boat " + word + " " + i));
        }
        assertThat(all("q=" + word)).isEqualTo(created);
        assertThat(all("limit=2&q=" + word)).isEqualTo(created);
        wim.patch(created.getLast(), "{\"section\": \"Home\"}").expect(200);
        assertThat(all("limit=2&q=" + word)).isEqualTo(created);
    }

    @Test
    void nothingIsLostWhenArticlesChangeWhileSomebodyPages() {
        String word = "w" + UUID.randomUUID().toString().substring(0, 8);
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            created.addFirst(wim.create("Boat " + word + " " + i));
        }
        JsonNode first = wim.get("/v1/articles?limit=3&q=" + word).expect(200).json();
        wim.patch(created.getLast(), "{\"section\": \"Home\"}").expect(200);
        wim.create("Boat " + word + " came meanwhile");
        JsonNode second =
                wim.get(
                                "/v1/articles?limit=3&q=%s&cursor=%s"
                                        .formatted(word, first.path("next").asText()))
                        .expect(200)
                        .json();
        List<String> seen = new ArrayList<>(ids(first));
        seen.addAll(ids(second));
        assertThat(seen).isEqualTo(created);
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void nothingIsLostWhenArticlesLeaveTheStateWhileSomebodyPages() {
        String word = "w" + UUID.randomUUID().toString().substring(0, 8);
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            created.addFirst(wim.create("Boat " + word + " " + i));
        }
        String drafts = "/v1/articles?state=draft&limit=2&q=" + word;
        JsonNode first = wim.get(drafts).expect(200).json();
        wim.decide(created.get(1), "submit", "{}").expect(200);
        wim.decide(created.get(2), "submit", "{}").expect(200);
        JsonNode rest =
                wim.get(drafts + "&cursor=" + first.path("next").asText()).expect(200).json();
        assertThat(ids(first)).isEqualTo(created.subList(0, 2));
        assertThat(ids(rest)).isEqualTo(created.subList(3, 5));
    }

    @Test
    void articlesThatCameInTheSameInstantAreAllListed() throws SQLException {
        String word = "w" + UUID.randomUUID().toString().substring(0, 8);
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            created.add(wim.create("Boat " + word + " " + i));
        }
        try (Connection connection = database.getConnection();
                PreparedStatement sameTime =
                        connection.prepareStatement(
                                "update article set created_at = now() where headline like ?")) {
            sameTime.setString(1, "%" + word + "%");
            assertThat(sameTime.executeUpdate()).isEqualTo(5);
        }
        assertThat(all("limit=2&q=" + word))
                .containsExactlyInAnyOrderElementsOf(created)
                .doesNotHaveDuplicates();
    }

    @Test
    void aListCanBeNarrowed() {
        String word = "w" + UUID.randomUUID().toString().substring(0, 8);
        String draft = wim.create("Garden " + word);
        String review = wim.create("Garden party " + word);
        wim.patch(review, "{\"language\": \"pt\"}").expect(200);
        wim.decide(review, "submit", "{}").expect(200);

        assertThat(all("state=draft&q=" + word)).containsExactly(draft);
        assertThat(all("state=in-review&q=" + word)).containsExactly(review);
        assertThat(all("state=draft&state=in-review&q=" + word)).containsExactly(review, draft);
        assertThat(all("state=released&q=" + word)).isEmpty();
        assertThat(all("language=pt&q=" + word)).containsExactly(review);
        assertThat(all("q=garden+party+" + word)).containsExactly(review);
        assertThat(all("q=%22party+garden%22+" + word)).isEmpty();
        assertThat(all("q=-party+" + word)).containsExactly(draft);
        assertThat(all("source=" + UUID.randomUUID())).isEmpty();
    }

    @Test
    void itemsAreWholeArticles() {
        String word = "w" + UUID.randomUUID().toString().substring(0, 8);
        String id = wim.create("Whole " + word);
        JsonNode item = wim.get("/v1/articles?q=" + word).expect(200).json().path("items").get(0);
        assertThat(item).isEqualTo(wim.get("/v1/articles/" + id).json());
        assertThat(item.properties().stream().map(Map.Entry::getKey))
                .contains("slug", "rights", "provenance", "publishedAt", "corrections");
    }

    @Test
    void aWrongParameterIsSaid() {
        wim.get("/v1/articles?state=finished").problem(400, "bad-state");
        wim.get("/v1/articles?limit=0").problem(400, "bad-limit");
        wim.get("/v1/articles?limit=101").problem(400, "bad-limit");
        wim.get("/v1/articles?cursor=garbage").problem(400, "bad-cursor");
        wim.get("/v1/articles?source=garbage").problem(400, "bad-source");
        wim.get("/v1/articles?q=%00").expect(400);
    }
}
