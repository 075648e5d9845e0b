package galley.editorial.intake;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.Events;
import galley.editorial.OnServers;
import galley.events.Part;
import galley.events.Permission;
import galley.events.Routing;
import galley.events.SourceRights;

import static org.assertj.core.api.Assertions.assertThat;

/** What ingest's rules decided is done, and can be told from what people did. */
@OnServers
class RulesTest {
    private static final UUID SUBMITS = UUID.randomUUID();
    private static final UUID RELEASES = UUID.randomUUID();

    private final Api eva = Api.as("editor", "eva");

    @Inject Events events;

    private JsonNode article(IngestedItem item) {
        return eva.get("/v1/articles/" + item.article()).expect(200).json();
    }

    private List<String> steps(IngestedItem item) {
        return eva.get("/v1/articles/" + item.article() + "/history")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(entry -> entry.path("step").asText() + " by " + entry.path("actor").asText())
                .toList();
    }

    private static Routing routing(UUID submittedBy, UUID releasedBy, String heldBack) {
        return new Routing(
                List.of(SUBMITS),
                "coast-" + SUBMITS,
                "Coast",
                List.of("ferries", "ports"),
                2,
                submittedBy,
                releasedBy,
                heldBack);
    }

    @Test
    void aRuleChoosesDeskSectionTagsAndPriority() {
        IngestedItem item =
                IngestedItem.harbour()
                        .with("keywords", List.of("ports"))
                        .withRecord("routing", routing(null, null, null));
        item.arrive(events);
        JsonNode article = article(item);
        assertThat(article.path("desk").asText()).isEqualTo("coast-" + SUBMITS);
        assertThat(article.path("section").asText()).isEqualTo("Coast");
        assertThat(article.path("priority").asInt()).isEqualTo(2);
        assertThat(article.path("tags").valueStream().map(JsonNode::asText))
                .containsExactly("ports", "ferries");
        assertThat(article.path("workflow").asText()).isEqualTo("received");
        assertThat(
                        eva.get("/v1/articles?desk=coast-" + SUBMITS)
                                .expect(200)
                                .json()
                                .path("items")
                                .findValuesAsText("id"))
                .contains(item.article().toString());
        assertThat(
                        eva.get("/v1/articles?desk=another")
                                .expect(200)
                                .json()
                                .path("items")
                                .findValuesAsText("id"))
                .doesNotContain(item.article().toString());
    }

    @Test
    void aRuleSubmitsAndSaysWhyItDidNotRelease() {
        IngestedItem item =
                IngestedItem.harbour()
                        .withRecord("routing", routing(SUBMITS, null, "The text is partial."));
        item.arrive(events);
        assertThat(article(item).path("workflow").asText()).isEqualTo("in-review");
        assertThat(steps(item))
                .containsExactly("receive by source:" + item.source(), "submit by rule:" + SUBMITS);
        assertThat(
                        eva.get("/v1/articles/" + item.article() + "/history")
                                .json()
                                .at("/items/1/internalNote")
                                .asText())
                .isEqualTo("The text is partial.");
    }

    @Test
    void aRuleReleasesWithoutHandsAndTheHistoryNamesIt() {
        IngestedItem item =
                IngestedItem.harbour().withRecord("routing", routing(SUBMITS, RELEASES, null));
        item.arrive(events);
        JsonNode article = article(item);
        assertThat(article.path("workflow").asText()).isEqualTo("released");
        assertThat(article.path("version").asInt()).isEqualTo(1);
        assertThat(article.path("revision").asInt()).isEqualTo(4);
        assertThat(steps(item))
                .containsExactly(
                        "receive by source:" + item.source(),
                        "submit by rule:" + SUBMITS,
                        "approve by rule:" + RELEASES,
                        "release by rule:" + RELEASES);
    }

    @Test
    void anUpdateIsActedOnAsLongAsNobodyHasTouchedTheArticle() {
        IngestedItem item = IngestedItem.harbour();
        item.arrive(events);
        item.revised(2, "<p>The whole text</p>")
                .withRecord("routing", routing(SUBMITS, null, null))
                .arrive(events);
        assertThat(article(item).path("workflow").asText()).isEqualTo("in-review");
        item.revised(3, "<p>Later still</p>")
                .withRecord("routing", routing(SUBMITS, RELEASES, null))
                .arrive(events);
        assertThat(article(item).path("workflow").asText()).isEqualTo("in-review");
        assertThat(article(item).path("version").asInt()).isZero();
    }

    @Test
    void theSourcesRightsStandOnTheReprint() {
        IngestedItem item =
                IngestedItem.harbour()
                        .withRecord(
                                "rights",
                                new SourceRights(
                                        Permission.ALLOWED,
                                        Permission.ASK,
                                        "Name the paper",
                                        "Tide Letter",
                                        "© Tide Letter",
                                        null));
        item.arrive(events);
        JsonNode rights = article(item).at("/parts/0/rights");
        assertThat(rights.path("usageTerms").asText()).isEqualTo("Name the paper");
        assertThat(rights.path("copyrightNotice").asText()).isEqualTo("© Tide Letter");

        IngestedItem own = item.with("usageTerms", "Only in print");
        assertThat(
                        ((Part.Reprint) ItemReading.content(own.read()).parts().getFirst())
                                .rights()
                                .usageTerms())
                .isEqualTo("Only in print");
    }
}
