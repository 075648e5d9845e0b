package galley.editorial.intake;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.Events;
import galley.editorial.OnServers;
import galley.events.ArticleIngested;
import galley.events.Topics;

import static org.assertj.core.api.Assertions.assertThat;

/** What ingest tells becomes articles, over the real broker. */
@OnServers
class IntakeTest {
    private final Api wim = Api.as("writer", "wim");
    private final Api eva = Api.as("editor", "eva");
    private final Api pia = Api.as("publisher", "pia");

    @Inject Events events;

    private JsonNode article(IngestedItem item) {
        return eva.get("/v1/articles/" + item.article()).expect(200).json();
    }

    private static String body(JsonNode article) {
        return article.path("parts").path(0).path("body").asText();
    }

    private List<Long> waiting(IngestedItem item) {
        return eva.get("/v1/articles/" + item.article() + "/source-revisions")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(revision -> revision.path("itemRevision").asLong())
                .toList();
    }

    @Test
    void anItemBecomesAnArticleThatKnowsItsOrigin() {
        IngestedItem item = IngestedItem.harbour().with("editorialNote", "Call the harbour office");
        item.arrive(events);
        JsonNode article = article(item);
        assertThat(article.path("revision").asInt()).isEqualTo(1);
        assertThat(article.path("workflow").asText()).isEqualTo("received");
        assertThat(article.path("publication").asText()).isEqualTo("unpublished");
        assertThat(article.path("headline").asText()).isEqualTo("Harbour opens");
        assertThat(body(article)).isEqualTo("<p>The harbour opened on Monday.</p>");
        assertThat(article.at("/provenance/source").asText()).isEqualTo(item.source());
        assertThat(article.at("/parts/0/attribution/publisher").asText())
                .isEqualTo("The Tide Letter");
        assertThat(article.at("/parts/0/attribution/author").asText()).isEqualTo("Ana Lobo");

        JsonNode first =
                eva.get("/v1/articles/" + item.article() + "/history").json().at("/items/0");
        assertThat(first.path("actor").asText()).isEqualTo("source:" + item.source());
        assertThat(first.path("step").asText()).isEqualTo("receive");
        assertThat(first.path("internalNote").asText()).isEqualTo("Call the harbour office");
    }

    @Test
    void theSameEventTwiceIsOneArticleAndOneEvent() {
        IngestedItem item = IngestedItem.harbour();
        UUID event = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            Events.send(event, Topics.INGESTED, item.article(), ArticleIngested.TYPE, item.data());
        }
        item.arrive(events); // and once more under another id, as after a restored backup
        assertThat(article(item).path("revision").asInt()).isEqualTo(1);
        assertThat(waiting(item)).isEmpty();
        item.revised(2, "<p>Later</p>").arrive(events);
        assertThat(Events.await(Topics.LIFECYCLE, item.article(), 2)).hasSize(2);
    }

    @Test
    void aSourcesChangeReplacesTheTextWhileNobodyHasTouchedIt() {
        IngestedItem item = IngestedItem.harbour();
        item.arrive(events);
        item.revised(2, "<p>It opened on Tuesday.</p>").arrive(events);
        JsonNode article = article(item);
        assertThat(body(article)).isEqualTo("<p>It opened on Tuesday.</p>");
        assertThat(article.path("revision").asInt()).isEqualTo(2);
        assertThat(article.path("workflow").asText()).isEqualTo("received");
        assertThat(article.at("/provenance/itemRevision").asInt()).isEqualTo(2);
        assertThat(waiting(item)).isEmpty();
    }

    @Test
    void anOlderTextThatComesLateNeverReplacesANewerOne() {
        IngestedItem item = IngestedItem.harbour();
        item.arrive(events);
        item.revised(3, "<p>third</p>").arrive(events);
        item.revised(2, "<p>second</p>").arrive(events);
        item.revised(3, "<p>third, told again</p>").arrive(events);
        assertThat(body(article(item))).isEqualTo("<p>third</p>");
        assertThat(article(item).path("revision").asInt()).isEqualTo(2);
        assertThat(waiting(item)).isEmpty();
    }

    @Test
    void aSourcesChangeWaitsOnceSomebodyHasTouchedTheArticle() {
        IngestedItem item = IngestedItem.harbour();
        item.arrive(events);
        wim.patch(item.article().toString(), "{\"section\": \"World\"}").expect(200);
        item.revised(2, "<p>second</p>").arrive(events);
        item.revised(3, "<p>third</p>").arrive(events);
        item.revised(2, "<p>second</p>").arrive(events);
        JsonNode article = article(item);
        assertThat(body(article)).isEqualTo("<p>The harbour opened on Monday.</p>");
        assertThat(article.path("revision").asInt()).isEqualTo(2);
        assertThat(waiting(item)).containsExactly(2L, 3L);

        JsonNode page =
                eva.get("/v1/articles/" + item.article() + "/source-revisions?limit=1").json();
        assertThat(page.at("/items/0/status").asText()).isEqualTo("pending");
        assertThat(page.at("/items/0/item/content/body").asText()).isEqualTo("<p>second</p>");
        JsonNode next =
                eva.get(
                                "/v1/articles/%s/source-revisions?limit=1&cursor=%s"
                                        .formatted(item.article(), page.path("next").asText()))
                        .json();
        assertThat(next.at("/items/0/itemRevision").asInt()).isEqualTo(3);
        assertThat(next.path("next").isNull()).isTrue();
    }

    @Test
    void aSourcesChangeWaitsWhileSomebodyHasTheLock() {
        IngestedItem item = IngestedItem.harbour();
        item.arrive(events);
        wim.post("/v1/articles/" + item.article() + "/lock", null).expect(200);
        item.revised(2, "<p>second</p>").arrive(events);
        assertThat(body(article(item))).isEqualTo("<p>The harbour opened on Monday.</p>");
        assertThat(waiting(item)).containsExactly(2L);

        wim.post("/v1/articles/" + item.article() + "/unlock", null).expect(204);
        item.revised(3, "<p>third</p>").arrive(events);
        assertThat(body(article(item))).isEqualTo("<p>third</p>");
        JsonNode settled =
                eva.get("/v1/articles/" + item.article() + "/source-revisions")
                        .expect(200)
                        .json()
                        .at("/items/0");
        assertThat(settled.path("status").asText()).isEqualTo("left");
        assertThat(settled.path("decidedBy").asText()).isEqualTo("source:" + item.source());
    }

    @Test
    void aDecisionTouchesAnArticleToo() {
        IngestedItem item = IngestedItem.harbour();
        item.arrive(events);
        wim.decide(item.article().toString(), "submit", "{}").expect(200);
        item.revised(2, "<p>second</p>").arrive(events);
        assertThat(body(article(item))).isEqualTo("<p>The harbour opened on Monday.</p>");
        assertThat(waiting(item)).containsExactly(2L);
    }

    @Test
    void aCancelFromASourceIsProposedAndChangesNothingByItself() {
        IngestedItem item = IngestedItem.harbour();
        item.arrive(events);
        item.revised(2, "").with("pubStatus", "canceled").arrive(events);
        JsonNode article = article(item);
        assertThat(body(article)).isEqualTo("<p>The harbour opened on Monday.</p>");
        assertThat(article.path("workflow").asText()).isEqualTo("received");
        assertThat(article.path("revision").asInt()).isEqualTo(1);
        assertThat(proposed(article)).containsExactly("cancel");
        assertThat(waiting(item)).containsExactly(2L);

        IngestedItem gone = IngestedItem.harbour().with("pubStatus", "canceled");
        gone.arrive(events);
        assertThat(article(gone).at("/proposals/0/what").asText()).isEqualTo("cancel");
    }

    @Test
    void aCancelStandsOnAnArticleThatPeopleHaveInHandUntilTheSourceThinksBetterOfIt() {
        IngestedItem item = IngestedItem.harbour();
        item.arrive(events);
        wim.decide(item.article().toString(), "submit", "{}").expect(200);
        item.revised(3, "").with("pubStatus", "canceled").arrive(events);
        item.revised(2, "<p>second, late</p>").arrive(events);
        assertThat(proposed(article(item))).containsExactly("cancel");
        item.revised(4, "<p>fourth</p>").with("pubStatus", "usable").arrive(events);
        assertThat(proposed(article(item))).isEmpty();
        assertThat(waiting(item)).containsExactly(2L, 3L, 4L);
    }

    @Test
    void whoHasReadAnArticleWithoutItsCancelIsAnsweredWithIt() {
        IngestedItem item = IngestedItem.harbour();
        item.arrive(events);
        String path = "/v1/articles/" + item.article();
        String before = eva.get(path).header("ETag");
        item.revised(2, "").with("pubStatus", "canceled").arrive(events);
        Api.Answer cancel = eva.get(path, "If-None-Match", before).expect(200);
        assertThat(proposed(cancel.json())).containsExactly("cancel");
        String waits = cancel.header("ETag");
        eva.get(path, "If-None-Match", waits).expect(304);
        String dismiss = path + "/proposals/" + cancel.json().at("/proposals/0/id").asText();
        eva.post(dismiss + "/dismiss", null, "If-Match", waits).expect(200);
        eva.get(path, "If-None-Match", waits).expect(200);
        eva.get(path, "If-None-Match", before).expect(304);
    }

    @Test
    void whatWasDecidedOnARevisionStandsThoughACancelCame() {
        IngestedItem item = IngestedItem.harbour();
        item.arrive(events);
        String path = "/v1/articles/" + item.article();
        String before = eva.get(path).header("ETag");
        item.revised(2, "").with("pubStatus", "canceled").arrive(events);
        String waits = eva.get(path).header("ETag");
        String autosave = path + "/autosave";
        wim.send("PUT", autosave, "{}", "If-Match", waits).expect(204);
        wim.post(path + "/submit", null, "If-Match", before).expect(200);
        eva.post(path + "/spike", null, "If-Match", waits).problem(412, "precondition-failed");
        eva.decide(item.article().toString(), "approve", null).expect(200);
    }

    private static List<String> proposed(JsonNode article) {
        return article.path("proposals")
                .valueStream()
                .map(proposal -> proposal.path("what").asText())
                .toList();
    }

    @Test
    void aKilledArticleNeverComesBack() {
        IngestedItem item = IngestedItem.harbour();
        item.arrive(events);
        String id = item.article().toString();
        wim.decide(id, "submit", "{}").expect(200);
        eva.decide(id, "approve", "{}").expect(200);
        pia.decide(id, "release", "{}").expect(200);
        JsonNode killed = pia.decide(id, "kill", "{\"note\": \"Not so\"}").expect(200).json();
        item.revised(2, "<p>It did open.</p>").arrive(events);
        assertThat(article(item)).isEqualTo(killed);
        assertThat(waiting(item)).isEmpty();
    }
}
