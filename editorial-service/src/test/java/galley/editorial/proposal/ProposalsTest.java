package galley.editorial.proposal;

import java.util.List;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.Events;
import galley.editorial.OnServers;
import galley.editorial.intake.IngestedItem;
import galley.events.ItemProposal;

import static org.assertj.core.api.Assertions.assertThat;

/** What ingest read becomes what an editor says it is. */
@OnServers
class ProposalsTest {
    private static final String BODY =
            """
            <p>The following article was first published by Pier Wire.</p><h3>Ferry is back</h3>\
            <p>By Ana Lobo</p><p>PORTO, May 20 — The ferry <em>sails</em> again.</p><p>Twice a day.</p><p>Ana Lobo is a writer.</p>\
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api wim = Api.as("writer", "wim");
    private final Api eva = Api.as("editor", "eva");

    @Inject Events events;

    private static List<ItemProposal> proposals() {
        return List.of(
                proposal("kind", null, "reprint"),
                proposal("part", 0, "introduction:0-0"),
                proposal("part", 1, "reprint:1-4"),
                proposal("part", 2, "original:5-5"),
                proposal("attribution.publisher", 1, "Pier Wire"),
                proposal("attribution.author", 1, "Ana Lobo"),
                proposal("attribution.publishedOn", 1, "2026-05-20"),
                proposal("headline", 1, "Ferry is back"),
                proposal("dateline.text", 1, "PORTO, May 20 —"),
                proposal("dateline.place", 1, "PORTO"),
                proposal("teaserBreak", 1, "1"),
                proposal("person", 2, "Ana Lobo | writer | Pier Wire"));
    }

    private static ItemProposal proposal(String what, Integer part, String value) {
        return new ItemProposal(what, part, value, "words of " + what, 0.9);
    }

    private String arrived() {
        return arrived(IngestedItem.harbour().with("body", BODY).with("proposals", proposals()));
    }

    private String arrived(IngestedItem item) {
        item.arrive(events);
        return item.article().toString();
    }

    private Api.Answer accept(Api api, String id, String what, String body) {
        return api.decide(id, "proposals/" + idOf(id, what) + "/accept", body);
    }

    private String idOf(String id, String what) {
        for (JsonNode proposal : article(id).path("proposals")) {
            if (proposal.path("what").asText().equals(what)) {
                return proposal.path("id").asText();
            }
        }
        throw new AssertionError("No proposal " + what + ": " + article(id));
    }

    private JsonNode article(String id) {
        return eva.get("/v1/articles/" + id).expect(200).json();
    }

    @Test
    void allOfThemMakeTheArticleThatWasRead() {
        String id = arrived();
        var article = eva.decide(id, "proposals/accept", null).expect(200).json();
        assertThat(article.path("proposals")).isEmpty();
        assertThat(article.path("kind").asText()).isEqualTo("reprint");
        assertThat(article.path("parts"))
                .extracting(part -> part.path("type").asText())
                .containsExactly("introduction", "reprint", "original", "people");
        var reprint = article.at("/parts/1");
        assertThat(reprint.path("headline").asText()).isEqualTo("Ferry is back");
        assertThat(reprint.at("/dateline/text").asText()).isEqualTo("PORTO, May 20 —");
        assertThat(reprint.at("/dateline/place").asText()).isEqualTo("PORTO");
        assertThat(reprint.at("/attribution/publisher").asText()).isEqualTo("Pier Wire");
        assertThat(reprint.at("/attribution/author").asText()).isEqualTo("Ana Lobo");
        assertThat(reprint.at("/attribution/publishedOn").asText()).isEqualTo("2026-05-20");
        assertThat(reprint.path("body").asText())
                .isEqualTo("<p>The ferry <em>sails</em> again.</p><p>Twice a day.</p>");
        assertThat(article.at("/teaserBreak/part").asText()).isEqualTo("p2");
        assertThat(article.at("/parts/3/people/0/name").asText()).isEqualTo("Ana Lobo");
        assertThat(article.at("/parts/2/body").asText()).isEqualTo("<p>Ana Lobo is a writer.</p>");
    }

    @Test
    void whatOnlyConfirmsFitsEveryPart() {
        var item = IngestedItem.harbour().with("body", "<p>A talk.</p><p>GT: Why?</p>");
        String id =
                arrived(
                        item.with(
                                "proposals",
                                List.of(
                                        proposal("part", 0, "introduction:0-0"),
                                        proposal("part", 1, "original:1-1"),
                                        proposal("related", 0, "https://tide-letter.example/b"),
                                        proposal("turn", 1, "question:1:GT"))));
        var article = eva.decide(id, "proposals/accept", null).expect(200).json();
        assertThat(article.path("proposals")).isEmpty();
        assertThat(article.at("/parts/0/body").asText()).isEqualTo("<p>A talk.</p>");
        assertThat(article.at("/parts/1/body").asText()).isEqualTo("<p>GT: Why?</p>");
    }

    @Test
    void aSisterPieceIsRelated() {
        String address = "https://tide-letter.example/b";
        String id =
                arrived(
                        IngestedItem.harbour()
                                .with("proposals", List.of(proposal("related", 0, address))));
        eva.patch(id, "{\"related\": [{\"title\": \"A\", \"url\": \"https://a.example/\"}]}")
                .expect(200);
        var article = accept(eva, id, "related", null).expect(200).json();
        assertThat(article.path("related")).hasSize(2);
        assertThat(article.at("/related/1/url").asText()).isEqualTo(address);
        assertThat(article.at("/related/1/title").asText()).isEqualTo("words of related");
        eva.patch(id, "{\"related\": null}").expect(200);
        var changes = eva.get("/v1/articles/" + id + "/revisions/3..4/diff").expect(200).json();
        assertThat(changes.path("fields").findValuesAsText("field")).containsExactly("related");
    }

    @Test
    void theItemsTermsAreNotThoseOfATextThatWasFirstPublishedElsewhere() {
        String terms = "© The Tide Letter";
        String id =
                arrived(
                        IngestedItem.harbour()
                                .with("body", BODY)
                                .with("usageTerms", terms)
                                .with("proposals", proposals()));
        assertThat(article(id).at("/parts/0/rights/usageTerms").asText()).isEqualTo(terms);
        var divided = accept(eva, id, "part", null).expect(200).json();
        assertThat(divided.at("/rights/usageTerms").asText()).isEqualTo(terms);
        assertThat(divided.at("/parts/1/rights").isNull()).isTrue();
    }

    @Test
    void aRecordingThatALinkLeadsToIsNotShownAgain() {
        String body = "<p>One.</p><p><a href=\"https://video.example/w?v=1&amp;t=2\">Two</a></p>";
        String id =
                arrived(
                        IngestedItem.harbour()
                                .with("body", body)
                                .with(
                                        "proposals",
                                        List.of(
                                                proposal("part", 0, "introduction:0-0"),
                                                proposal("part", 1, "original:1-1"),
                                                proposal(
                                                        "media",
                                                        1,
                                                        "https://video.example/w?v=1&t=2"))));
        var article = eva.decide(id, "proposals/accept", null).expect(200).json();
        assertThat(article.path("parts")).hasSize(2);
    }

    @Test
    void anArticleThatCameWithoutAHeadlineIsDividedToo() {
        String id =
                arrived(
                        IngestedItem.harbour()
                                .with("headline", null)
                                .with("body", BODY)
                                .with("proposals", proposals()));
        var article = eva.decide(id, "proposals/accept", null).expect(200).json();
        assertThat(article.path("headline").asText()).isEmpty();
        assertThat(article.path("parts")).hasSize(4);
    }

    @Test
    void thePartsAreAcceptedTogetherAndNoWordIsLost() {
        String id = arrived();
        var article = accept(eva, id, "part", null).expect(200).json();
        assertThat(article.path("parts"))
                .extracting(part -> part.path("body").asText())
                .satisfies(bodies -> assertThat(String.join("", bodies)).isEqualTo(BODY));
        assertThat(article.path("proposals"))
                .extracting(it -> it.path("what").asText())
                .doesNotContain("part")
                .contains("attribution.publisher");
    }

    @Test
    void aCorrectedValueCountsAndTheHistoryKeepsBoth() {
        String id = arrived();
        accept(eva, id, "part", null).expect(200);
        var article =
                accept(eva, id, "attribution.publisher", "{\"value\": \"The Pier Wire\"}")
                        .expect(200)
                        .json();
        assertThat(article.at("/parts/1/attribution/publisher").asText())
                .isEqualTo("The Pier Wire");
        var entry = eva.get("/v1/articles/" + id + "/history").json().path("items").path(2);
        var accepted = entry.at("/details/accepted/0");
        assertThat(accepted.path("proposed").asText()).isEqualTo("Pier Wire");
        assertThat(accepted.path("value").asText()).isEqualTo("The Pier Wire");
        assertThat(accepted.path("evidence").asText()).isEqualTo("words of attribution.publisher");
    }

    @Test
    void whatIsDismissedIsGoneAndRemembered() {
        String id = arrived();
        var article = eva.decide(id, "proposals/" + idOf(id, "kind") + "/dismiss", null);
        assertThat(article.expect(200).json().path("proposals")).hasSize(11);
        assertThat(article.json().path("kind").asText()).isEqualTo("reprint");
        var entry = eva.get("/v1/articles/" + id + "/history").json().path("items").path(1);
        assertThat(entry.at("/details/dismissed/0/what").asText()).isEqualTo("kind");
    }

    @Test
    void whatIsAboutPartsWaitsForThem() {
        String id = arrived();
        accept(eva, id, "attribution.publisher", null).problem(409, "proposal-outdated");
    }

    @Test
    void aTextThatHasChangedIsNotDivided() {
        String id = arrived();
        wim.patch(
                        id,
                        "{\"parts\": [{\"type\": \"reprint\", \"id\": \"p1\", \"body\":"
                                + " \"<p>One.</p>\"}]}")
                .expect(200);
        accept(eva, id, "part", null).problem(409, "proposal-outdated");
    }

    @Test
    void aTextWhoseBlocksHaveChangedPlacesIsNotDivided() {
        String id = arrived();
        String swapped =
                BODY.replace("<p>Ana Lobo is a writer.</p>", "")
                        .replace("<h3>", "<p>Ana Lobo is a writer.</p><h3>");
        write(id, swapped);
        accept(eva, id, "part", null).problem(409, "proposal-outdated");
        eva.decide(id, "proposals/accept", null).problem(409, "proposal-outdated");
        write(id, BODY);
        accept(eva, id, "part", null).expect(200);
    }

    @Test
    void aTextThatWasRewordedInItsPlaceIsStillDivided() {
        String id = arrived();
        write(id, BODY.replace("Twice a day.", "Three times a day."));
        accept(eva, id, "part", null).expect(200);
    }

    @Test
    void aTextWithOtherMarkupIsStillDivided() {
        String id = arrived();
        write(id, BODY.replace("Twice a day.", "<strong>Twice</strong> a day."));
        var article = accept(eva, id, "part", null).expect(200).json();
        assertThat(article.at("/parts/1/body").asText()).contains("<strong>Twice</strong>");
    }

    @Test
    void whatTheSourceSaidLaterIsReadAnew() {
        var item = IngestedItem.harbour().with("body", "<p>One.</p>");
        String id = arrived(item);
        item.revised(2, BODY).with("proposals", proposals()).arrive(events);
        accept(eva, id, "part", null).expect(200);
    }

    private void write(String id, String body) {
        var part = JSON.createObjectNode().put("type", "reprint").put("id", "p1").put("body", body);
        wim.patch(id, JSON.createObjectNode().set("parts", JSON.createArrayNode().add(part)) + "")
                .expect(200);
    }

    @Test
    void noneIsNotAll() {
        String id = arrived();
        eva.decide(id, "proposals/accept", "{\"ids\": []}").problem(422, "unprocessable");
        assertThat(article(id).path("proposals")).hasSize(12);
        eva.decide(id, "proposals/accept", "{}").expect(200);
    }

    @Test
    void aValueOfTheWrongKindIsRefused() {
        String id = arrived();
        accept(eva, id, "part", null).expect(200);
        accept(eva, id, "attribution.publishedOn", "{\"value\": \"May\"}")
                .problem(422, "unprocessable");
        accept(eva, id, "kind", "{\"value\": \"poem\"}").problem(422, "unprocessable");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String id = arrived();
        eva.decide(id, "proposals/nothing/accept", null).problem(404, "not-found");
        eva.post("/v1/articles/" + id + "/proposals/" + idOf(id, "kind") + "/accept", "{}")
                .problem(428, "precondition-required");
    }
}
