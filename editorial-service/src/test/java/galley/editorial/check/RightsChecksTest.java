package galley.editorial.check;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.events.Attribution;
import galley.events.Part;
import galley.events.Permission;
import galley.events.Proposal;
import galley.events.Rights;
import galley.events.SourceRights;

import static galley.editorial.check.Proofs.NOON;
import static galley.editorial.check.Proofs.article;
import static galley.editorial.check.Proofs.publisher;
import static galley.editorial.check.Proofs.reprint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

/** What the checks of origin, rights and time find, and what they leave alone. */
class RightsChecksTest {
    private static final Rights TERMS = new Rights("Name the paper", null, null);

    private static SourceRecord record(Permission reprint, String terms, Instant until) {
        return new SourceRecord(
                new SourceRights(reprint, null, terms, null, null, until),
                null,
                false,
                null,
                null,
                List.of());
    }

    private static Attribution translated(String from, String translator, String in, String url) {
        return new Attribution("Público", null, null, null, from, translator, in, url);
    }

    @Test
    void aReprintNamesItsPublisher() {
        MissingAttribution check = new MissingAttribution();
        assertThat(check.look(article().parts(reprint(null, null, false)).proof()))
                .extracting(Defect::part)
                .containsExactly("p1");
        assertThat(check.look(article().parts(reprint(publisher(" "), null, false)).proof()))
                .hasSize(1);
        assertThat(check.look(article().parts(reprint(publisher("Lusa"), null, false)).proof()))
                .isEmpty();
        assertThat(check.look(article().text("<p>Our own words</p>").proof())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // from, into, translator, publisher of the translation, its address: findings
        "pt, en, Ana Lobo, , , 0",
        ", en, Ana Lobo, , , 1",
        ", en, , Voxeurop, , 1",
        ", en, , , https://voxeurop.example/en, 1",
        "pt, , Ana Lobo, , , 1",
        ", , Ana Lobo, , , 2",
        "en, en, Ana Lobo, , , 1",
        "pt-BR, pt-PT, Ana Lobo, , , 0",
        "pt, en, , , , 0",
        "en, en-GB, , , , 0",
        "pt, , , , , 0",
        "en, en, , , , 0",
        ", , , , , 0"
    })
    void aTranslationNamesItsLanguages(
            String from, String into, String translator, String in, String url, int findings) {
        assertThat(
                        new TranslationLanguages()
                                .look(
                                        article()
                                                .language(into)
                                                .parts(
                                                        reprint(
                                                                translated(
                                                                        from, translator, in, url),
                                                                null,
                                                                false))
                                                .proof()))
                .hasSize(findings);
    }

    @Test
    void theLanguageThatIsMissingIsNamed() {
        Part translation = reprint(translated(null, "Ana Lobo", null, null), null, false);
        assertThat(
                        new TranslationLanguages()
                                .look(article().language(null).parts(translation).proof()))
                .extracting(Defect::part, Defect::field)
                .containsExactly(tuple(null, "language"), tuple("p1", "attribution.language"));
    }

    @Test
    void theTermsOfAReprintMayStandInThreePlaces() {
        MissingLicence check = new MissingLicence();
        Part bare = reprint(null, new Rights(" ", "Lusa", "© Lusa"), false);
        assertThat(check.look(article().parts(bare).proof()))
                .extracting(Defect::part)
                .containsExactly("p1");
        assertThat(check.look(article().parts(reprint(null, TERMS, false)).proof())).isEmpty();
        assertThat(check.look(article().rights(TERMS).parts(bare).proof())).isEmpty();
        assertThat(
                        check.look(
                                article()
                                        .source(record(null, "Name the paper", null))
                                        .parts(bare)
                                        .proof()))
                .isEmpty();
        assertThat(check.look(article().source(record(null, null, null)).parts(bare).proof()))
                .hasSize(1);
        assertThat(check.look(article().text("<p>Our own</p>").proof())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"REFUSED, 1, 0", "ASK, 0, 1", "ALLOWED, 0, 0", ", 0, 0"})
    void theSourcesPermission(Permission reprint, int refused, int unclear) {
        Proof proof = article().source(record(reprint, null, null)).proof();
        assertThat(new RightsRefused().look(proof)).hasSize(refused);
        assertThat(new RightsUnclear().look(proof)).hasSize(unclear);
        assertThat(new RightsRefused().usualSeverity()).isEqualTo(Severity.BLOCK);
        assertThat(new RightsRefused().look(article().proof())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "0, 1", "1, 0", ", 0"})
    void thePermissionEndsAtItsTime(Integer secondsLeft, int findings) {
        Instant until = secondsLeft == null ? null : NOON.plusSeconds(secondsLeft);
        assertThat(
                        new RightsExpired()
                                .look(
                                        article()
                                                .source(record(Permission.ALLOWED, null, until))
                                                .proof()))
                .hasSize(findings);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 1", "0, 0, 0", "-1, 0, 0", ", 0, 0", "60, 59, 1", "60, 60, 0"})
    void anEmbargoIsInForceUntilItsTime(Integer embargo, int asked, int findings) {
        Instant until = embargo == null ? null : NOON.plusSeconds(embargo);
        assertThat(new Embargo().look(article().embargo(until).at(NOON.plusSeconds(asked)).proof()))
                .hasSize(findings);
    }

    @Test
    void aDuplicateNamesTheOtherArticle() {
        UUID other = UUID.randomUUID();
        UUID later = UUID.randomUUID();
        Proof proof =
                article()
                        .source(new SourceRecord(null, null, false, null, other, List.of(later)))
                        .proof();
        assertThat(new ProbableDuplicate().look(proof))
                .extracting(Defect::evidence)
                .containsExactly(other.toString(), later.toString());
        assertThat(new ProbableDuplicate().look(article().proof())).isEmpty();
    }

    @Test
    void aTeaserIsPartialUntilSomebodyHasTheWholeText() {
        SourceRecord teaser = new SourceRecord(null, null, true, 5, null, List.of());
        Part excerpt = reprint(null, null, true);
        Part whole = reprint(null, null, false);
        PartialText check = new PartialText();
        assertThat(check.look(article().source(teaser).parts(excerpt).proof())).hasSize(1);
        assertThat(check.look(article().source(teaser).parts(whole).proof())).isEmpty();
        assertThat(check.look(article().parts(excerpt).proof())).isEmpty();
    }

    @Test
    void aTeaserThatBecameOurOwnTextIsWholeWithMoreWords() {
        SourceRecord teaser = new SourceRecord(null, null, true, 5, null, List.of());
        SourceRecord uncounted = new SourceRecord(null, null, true, null, null, List.of());
        Part introduction = new Part.Introduction("i", "<p>Here is a text of five words more.</p>");
        PartialText check = new PartialText();
        Proofs article =
                article().source(teaser).parts(introduction).text("<p>It is open now.</p>");
        assertThat(check.look(article.proof())).extracting(Defect::part).containsExactly("i");
        assertThat(check.look(article.source(uncounted).proof())).isEmpty();
        assertThat(check.look(article.source(teaser).text("<p>Since Monday.</p>").proof()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "0, 1", "1, 0", ", 0"})
    void anItemMayExpire(Integer secondsLeft, int findings) {
        Instant end = secondsLeft == null ? null : NOON.plusSeconds(secondsLeft);
        SourceRecord source = new SourceRecord(null, end, false, null, null, List.of());
        assertThat(new RightsExpired().look(article().source(source).proof())).hasSize(findings);
    }

    @Test
    void everyProposalWaits() {
        Proof proof =
                article()
                        .proposals(
                                new Proposal(
                                        "1", "attribution.publisher", "p1", "Lusa", "(Lusa)", 1),
                                new Proposal("cancel-2", "cancel", null, null, "Sorry", 1))
                        .proof();
        assertThat(new UnconfirmedProposals().look(proof))
                .containsExactly(
                        new Defect(
                                "p1",
                                "A proposal waits for attribution.publisher: Lusa.",
                                "(Lusa)"),
                        new Defect(
                                null,
                                "The source takes the article back; nobody has decided on that.",
                                "Sorry"));
        assertThat(new UnconfirmedProposals().look(article().proof())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 199, 200, 201, 5_000})
    void evidenceIsAsLongAsItHelps(int length) {
        Defect defect = new Defect(null, "Long", "x".repeat(length));
        assertThat(defect.evidence()).hasSize(Math.min(length, 200));
    }
}
