package galley.editorial.intake;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.Events;
import galley.editorial.OnServers;
import galley.events.Permission;
import galley.events.Routing;
import galley.events.SourceRights;
import galley.events.SourceRightsChanged;
import galley.events.Topics;

import static org.assertj.core.api.Assertions.assertThat;

/** What ingest says of an item beside its text is there for the checks. */
@OnServers
class SourceRecordsTest {
    private static final String DESK = "coast-" + UUID.randomUUID();

    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

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

    private void nowAllows(IngestedItem item, long revision, SourceRights rights)
            throws JsonProcessingException {
        UUID source = UUID.fromString(item.source());
        Map<String, Object> changed = new HashMap<>();
        changed.put("source", source);
        changed.put("revision", revision);
        changed.put("at", "2026-05-20T11:00:00Z");
        changed.put("rights", rights);
        byte[] event = JSON.writeValueAsBytes(changed);
        events.deliver(Topics.INGESTED, source, SourceRightsChanged.TYPE, event);
    }

    @Test
    void whatASourceRefusesSinceCountsForWhatItSentBefore() throws JsonProcessingException {
        IngestedItem item = harbour().withRecord("rights", rights(Permission.ALLOWED, null));
        item.arrive(events);
        IngestedItem other = harbour().withRecord("rights", rights(Permission.ALLOWED, null));
        other.arrive(events);
        nowAllows(item, 3, rights(Permission.REFUSED, Instant.EPOCH));
        assertThat(found(item)).containsExactly("rights-expired", "rights-refused");
        assertThat(found(other)).isEmpty();
        String now = "{\"internalNote\": \"It can't wait.\"}";
        pia.decide(item.article().toString(), "emergency-release", now)
                .problem(409, "checks-block");
        nowAllows(item, 2, rights(Permission.ASK, null));
        assertThat(found(item)).containsExactly("rights-expired", "rights-refused");
        nowAllows(item, 4, rights(Permission.ALLOWED, null));
        pia.decide(item.article().toString(), "emergency-release", now).expect(200);
    }

    @Test
    void anItemThatWasReadBeforeTheChangeAndComesAfterItUndoesNothing()
            throws JsonProcessingException {
        IngestedItem item = harbour().withRecord("rights", rights(Permission.ALLOWED, null));
        nowAllows(item, 2, rights(Permission.ASK, null));
        item.arrive(events);
        assertThat(found(item)).containsExactly("rights-unclear");
    }

    @Test
    void anItemExpiresAsItsNewestRevisionSays() {
        IngestedItem item =
                harbour().with("usageTerms", "Any").with("expiresAt", "2026-05-20T09:00:00Z");
        item.arrive(events);
        assertThat(found(item)).containsExactly("rights-expired");
        assertThat(findings(item).at("/items/0/evidence").asText())
                .isEqualTo("2026-05-20T09:00:00Z");
        wim.patch(item.article().toString(), "{\"section\": \"Coast\"}").expect(200);
        item.revised(2, "<p>Two</p>").with("expiresAt", "2126-05-20T09:00:00Z").arrive(events);
        assertThat(found(item)).isEmpty();
    }

    @Test
    void ofTwoThatSayTheSameEachNamesTheOtherUntilOneIsPutAway() {
        IngestedItem first = harbour().with("usageTerms", "Any");
        first.arrive(events);
        assertThat(found(first)).isEmpty();
        IngestedItem second =
                harbour().with("usageTerms", "Any").with("duplicateOf", first.article().toString());
        second.arrive(events);
        assertThat(found(first)).containsExactly("probable-duplicate");
        assertThat(findings(first).at("/items/0/evidence").asText())
                .isEqualTo(second.article().toString());
        pia.decide(second.article().toString(), "spike", null).expect(200);
        assertThat(found(first)).isEmpty();
        pia.decide(second.article().toString(), "restore", null).expect(200);
        String now = "{\"internalNote\": \"It can't wait.\"}";
        pia.decide(second.article().toString(), "emergency-release", now).expect(200);
        assertThat(found(first)).containsExactly("probable-duplicate");
        pia.decide(second.article().toString(), "kill", "{\"note\": \"Twice\"}").expect(200);
        assertThat(found(first)).isEmpty();
    }

    @Test
    void aTeaserThatWasMadeOurOwnStaysOneUntilSomebodyWritesTheRest() {
        IngestedItem item = harbour().with("usageTerms", "Any").with("partial", true);
        item.arrive(events);
        String article = item.article().toString();
        String own = "{\"parts\": [{\"type\": \"original\", \"body\": \"<p>%s</p>\"}]}";
        wim.patch(article, own.formatted("The harbour opened on Monday.")).expect(200);
        assertThat(found(item)).contains("partial-text");
        wim.patch(article, own.formatted("The harbour opened on Monday, after two years."))
                .expect(200);
        assertThat(found(item)).doesNotContain("partial-text");
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
