package galley.editorial.article;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import galley.editorial.content.Content;
import galley.editorial.staff.Actor;
import galley.editorial.workflow.Step;
import galley.editorial.workflow.StepNotAllowedException;
import galley.events.Kind;
import galley.events.Provenance;
import galley.events.Publication;
import galley.events.Workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StoredArticleTest {
    private static final Instant NOON = Instant.parse("2026-05-20T12:00:00Z");
    private static final UUID ID = UUID.randomUUID();
    private static final UUID SOURCE = UUID.randomUUID();
    private static final Actor WIM = new Actor("staff:" + UUID.randomUUID());
    private static final Actor EVA = new Actor("staff:" + UUID.randomUUID());
    private static final Actor PIA = new Actor("staff:" + UUID.randomUUID());

    private static Content content(String headline, Instant embargo) {
        return new Content(
                "en",
                Kind.ORIGINAL,
                headline,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                embargo);
    }

    private static Provenance provenance(long itemRevision) {
        return new Provenance(SOURCE, "Lusa", UUID.randomUUID(), itemRevision, null, null, null);
    }

    private static StoredArticle draft() {
        return StoredArticle.created(ID, content("Harbour opens", null), WIM, NOON);
    }

    private static StoredArticle received() {
        return StoredArticle.received(ID, content("Harbour opens", null), provenance(1), NOON);
    }

    private static StoredArticle released(StoredArticle article) {
        article.decide(Step.SUBMIT, NOON);
        article.decide(Step.APPROVE, NOON);
        article.release(Step.RELEASE, "harbour-opens", NOON);
        return article;
    }

    @Test
    void aDraftGoesAllTheWay() {
        StoredArticle article = released(draft());
        assertThat(article.revision()).isEqualTo(4);
        assertThat(article.article().version()).isEqualTo(1);
        assertThat(article.article().slug()).isEqualTo("harbour-opens");
        assertThat(article.article().publishedAt()).isEqualTo(NOON);
        assertThat(article.article().workflow()).isEqualTo(Workflow.RELEASED);
        assertThat(article.article().publication()).isEqualTo(Publication.UNPUBLISHED);
    }

    @Test
    void publicationWaitsForTheEmbargo() {
        Instant later = NOON.plusSeconds(3600);
        StoredArticle article =
                released(StoredArticle.created(ID, content("Harbour", later), WIM, NOON));
        assertThat(article.article().publishedAt()).isEqualTo(later);

        StoredArticle past =
                released(
                        StoredArticle.created(
                                ID, content("Harbour", NOON.minusSeconds(9)), WIM, NOON));
        assertThat(past.article().publishedAt()).isEqualTo(NOON);
    }

    @Test
    void aRefusedStepChangesNothing() {
        StoredArticle article = draft();
        assertThatThrownBy(() -> article.release(Step.RELEASE, "harbour", NOON))
                .isInstanceOf(StepNotAllowedException.class);
        assertThat(article.revision()).isEqualTo(1);
        assertThat(article.article().workflow()).isEqualTo(Workflow.DRAFT);
        assertThat(article.article().slug()).isNull();
    }

    @Test
    void whoWroteTheLastChangeLacksOtherEyesToApproveIt() {
        StoredArticle article = draft();
        article.decide(Step.SUBMIT, NOON);
        assertThat(article.lacksOtherEyes(Step.APPROVE, WIM)).isTrue();
        assertThat(article.lacksOtherEyes(Step.APPROVE, EVA)).isFalse();
        article.edit(content("Harbour closes", null), EVA, NOON);
        assertThat(article.lacksOtherEyes(Step.APPROVE, EVA)).isTrue();
        assertThat(article.lacksOtherEyes(Step.APPROVE, WIM)).isFalse();
        assertThat(article.lacksOtherEyes(Step.REJECT, EVA)).isFalse();
    }

    @Test
    void anybodyMayApproveWhatOnlyTheSourceWrote() {
        StoredArticle article = received();
        article.decide(Step.SUBMIT, NOON);
        article.decide(Step.APPROVE, NOON);
        assertThat(article.article().workflow()).isEqualTo(Workflow.APPROVED);
    }

    @Test
    void anIllegalStepIsRefusedBeforeTheSecondPairOfEyesIsAskedFor() {
        assertThatThrownBy(() -> draft().guard(Step.APPROVE))
                .isInstanceOf(StepNotAllowedException.class);
    }

    @Test
    void editingWhatIsApprovedPutsItBackInReview() {
        StoredArticle article = draft();
        article.decide(Step.SUBMIT, NOON);
        article.decide(Step.APPROVE, NOON);
        article.edit(content("Harbour closes", null), PIA, NOON.plusSeconds(1));
        assertThat(article.article().workflow()).isEqualTo(Workflow.IN_REVIEW);
        assertThat(article.article().updatedAt()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void aSourceChangesOnlyWhatNobodyTouched() {
        StoredArticle article = received();
        article.updateFromSource(content("Harbour closes", null), provenance(2), NOON);
        assertThat(article.revision()).isEqualTo(2);
        assertThat(article.content().headline()).isEqualTo("Harbour closes");
        assertThat(article.isUntouched()).isTrue();

        article.edit(content("Harbour reopens", null), WIM, NOON);
        assertThat(article.article().workflow()).isEqualTo(Workflow.RECEIVED);
        assertThat(article.isUntouched()).isFalse();
        assertThatThrownBy(() -> article.updateFromSource(article.content(), provenance(3), NOON))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDecisionTouchesToo() {
        StoredArticle article = received();
        article.decide(Step.SUBMIT, NOON);
        article.decide(Step.WITHDRAW, NOON);
        assertThat(article.isUntouched()).isFalse();
    }

    @Test
    void aKillIsANewVersionAndTheEnd() {
        StoredArticle article = released(draft());
        article.kill(NOON);
        assertThat(article.article().version()).isEqualTo(2);
        assertThat(article.article().publication()).isEqualTo(Publication.KILLED);
        assertThat(article.article().workflow()).isEqualTo(Workflow.RELEASED);
        assertThatThrownBy(() -> article.kill(NOON)).isInstanceOf(StepNotAllowedException.class);
    }

    @Test
    void whatReadersHaveLeavesTheRevision() {
        StoredArticle article = released(draft());
        article.wentLive(article.revision(), 1, "https://site.example/harbour-opens");
        assertThat(article.revision()).isEqualTo(4);
        assertThat(article.article().publication()).isEqualTo(Publication.LIVE);
        assertThat(article.article().url()).isEqualTo("https://site.example/harbour-opens");
        assertThat(article.article().updatedAt()).isEqualTo(NOON);
    }

    @Test
    void aReportThatComesAfterTheKillDoesNotResurrect() {
        StoredArticle article = released(draft());
        article.kill(NOON);
        article.wentLive(article.revision(), 1, "https://site.example/harbour-opens");
        assertThat(article.article().publication()).isEqualTo(Publication.KILLED);
        assertThat(article.article().url()).isNull();
        article.takenDown(article.revision(), 2);
        assertThat(article.article().publication()).isEqualTo(Publication.KILLED);
    }

    @Test
    void aReportFromBeforeItWasWithheldChangesNothing() {
        StoredArticle article = released(draft());
        long release = article.revision();
        article.withhold(NOON);
        article.wentLive(release, 1, "https://site.example/harbour-opens");
        assertThat(article.article().publication()).isEqualTo(Publication.WITHHELD);
        article.reinstate(NOON);
        article.wentLive(release, 1, "https://site.example/harbour-opens");
        assertThat(article.article().publication()).isEqualTo(Publication.UNPUBLISHED);
        article.wentLive(article.revision(), 1, "https://site.example/harbour-opens");
        assertThat(article.article().publication()).isEqualTo(Publication.LIVE);
    }

    @Test
    void aReportOfAVersionThatIsNotThereChangesNothing() {
        StoredArticle article = draft();
        for (int version : List.of(0, 1, 7)) {
            article.wentLive(article.revision(), version, "https://site.example/x");
            assertThat(article.article().publication()).isEqualTo(Publication.UNPUBLISHED);
        }
    }
}
