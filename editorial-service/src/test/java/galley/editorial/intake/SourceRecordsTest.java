package galley.editorial.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.Events;
import galley.editorial.OnServers;
import galley.events.Permission;
import galley.events.Routing;
import galley.events.SourceRights;

import static org.assertj.core.api.Assertions.assertThat;

/** What ingest says of an item beside its text is there for the checks. */
@OnServers
class SourceRecordsTest {
    private static final String DESK = "coast-" + UUID.randomUUID();

    private final Api wim = Api.as("writer", "wim");
    private final Api pia = Api.as("publisher", "pia");

    @Inject Events events;

    /** Without the link to itself, which leads nowhere. */
    private static IngestedItem harbour() {
        return IngestedItem.harbour().with("url", null);
    }

    private static SourceRights rights(Permission reprint, Instant until) {
        return new SourceRights(reprint, null, "Name the paper", null, null, until);
    }

    private JsonNode findings(IngestedItem item) {
        return wim.get("/v1/articles/" + item.article() + "/checks").expect(200).json();
    }

    private List<String> found(IngestedItem item) {
        return findings(item).path("items").findValuesAsText("check");
    }

    @Test
    void anItemThatSaysNothingElseIsSoundButForItsLicence() {
        IngestedItem item = harbour();
        item.arrive(events);
        assertThat(found(item)).containsExactly("missing-licence");
    }

    @Test
    void theRightsOfTheSourceAreKept() {
        IngestedItem item =
                harbour().withRecord("rights", rights(Permission.REFUSED, Instant.EPOCH));
        item.arrive(events);
        assertThat(found(item)).containsExactly("rights-expired", "rights-refused");
        assertThat(findings(item).path("blocks").asBoolean()).isTrue();
    }

    @Test
    void theNewestRightsCountWhetherTheTextIsTakenOrNot() {
        IngestedItem item = harbour().withRecord("rights", rights(Permission.ALLOWED, null));
        item.arrive(events);
        assertThat(found(item)).isEmpty();
        wim.patch(item.article().toString(), "{\"section\": \"Coast\"}").expect(200);
        item.revised(2, "<p>Two</p>")
                .withRecord("rights", rights(Permission.ASK, null))
                .arrive(events);
        assertThat(found(item)).containsExactly("rights-unclear");
        item.revised(4, "<p>Four</p>")
                .withRecord("rights", rights(Permission.REFUSED, null))
                .arrive(events);
        item.revised(3, "<p>Three, late</p>")
                .withRecord("rights", rights(Permission.ALLOWED, null))
                .arrive(events);
        assertThat(found(item)).containsExactly("rights-refused");
        item.revised(5, "<p>Five</p>").withRecord("rights", null).arrive(events);
        assertThat(found(item)).isEmpty();
    }

    @Test
    void aTeaserAndADuplicateAreToldFromTheTextThatIsThere() {
        UUID other = UUID.randomUUID();
        IngestedItem item =
                harbour()
                        .with("usageTerms", "Name the paper")
                        .with("partial", true)
                        .with("duplicateOf", other.toString());
        item.arrive(events);
        assertThat(found(item)).containsExactly("partial-text", "probable-duplicate");
        assertThat(findings(item).at("/items/1/evidence").asText()).isEqualTo(other.toString());

        item.revised(2, "<p>The harbour opened on Monday, after two years.</p>")
                .with("partial", false)
                .with("duplicateOf", null)
                .arrive(events);
        assertThat(found(item)).isEmpty();
    }

    @Test
    void aTeaserStaysOneWhileTheWholeTextWaits() {
        IngestedItem item = harbour().with("usageTerms", "Any").with("partial", true);
        item.arrive(events);
        wim.patch(item.article().toString(), "{\"section\": \"Coast\"}").expect(200);
        item.revised(2, "<p>All of it</p>").with("partial", false).arrive(events);
        assertThat(found(item)).containsExactly("partial-text");
    }

    @Test
    void theSourcesWishToTakeItBackIsAProposalLikeAnother() {
        IngestedItem item = harbour().with("usageTerms", "Any");
        item.arrive(events);
        wim.patch(item.article().toString(), "{\"section\": \"Coast\"}").expect(200);
        item.revised(2, "").with("pubStatus", "canceled").arrive(events);
        assertThat(found(item)).containsExactly("unconfirmed-proposals");
    }

    @Test
    void theDeskOfTheArticleSaysHowSevereItIs() {
        String path = "/v1/desks/" + DESK + "/checks";
        String etag = pia.get(path).expect(200).header("ETag");
        pia.send(
                        "PUT",
                        path,
                        "{\"rights-refused\": \"warn\", \"missing-licence\": \"block\","
                                + " \"missing-attribution\": \"off\"}",
                        "If-Match",
                        etag)
                .expect(200);
        Routing routing = new Routing(List.of(), DESK, null, List.of(), null, null, null, null);
        SourceRights refused = new SourceRights(Permission.REFUSED, null, null, null, null, null);
        IngestedItem item = harbour().withRecord("routing", routing).withRecord("rights", refused);
        item.arrive(events);
        assertThat(findings(item).path("items").valueStream())
                .extracting(f -> f.path("check").asText() + " " + f.path("severity").asText())
                .containsExactly("missing-licence block", "rights-refused warn");
    }
}
