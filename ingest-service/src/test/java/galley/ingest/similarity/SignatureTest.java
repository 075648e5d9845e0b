package galley.ingest.similarity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.ingest.format.Sha256;

import static org.assertj.core.api.Assertions.assertThat;

/** Which texts are the same and which are near, but distinct. */
class SignatureTest {
    private static final String REPORT = Prose.of(1, 400);

    /** One made otherwise would be like none of those that are stored. */
    @Test
    void aTextHasTheSignatureAndTheBandsUnderWhichItIsStored() {
        var text =
                """
                The harbour of Porto opened again on Tuesday after two years of work on its northern
                mole. Ferries will sail every 40 minutes from six in the morning, said the port, and
                the fish market returns to quay 7 before the end of the month.
                """;
        var signature = of(text);
        assertThat(
                        List.of(
                                Sha256.of(signature.sketch()),
                                Sha256.of(signature.bands().toString()),
                                of("Harbour opens", "It is open.").bands().toString()))
                .containsExactly(
                        "7b6c904d89844ab5d231b6ac2d38d7b8b7720fb2aa02e0cf8cb762a9b4ed0af4",
                        "7d54b28ff25b180e96be83afc85068fb7c610e56a2c6bc112a1198edac8a7f66",
                        "[-814294316]");
    }

    @Test
    void anotherHeadlineOrAnotherTypographyIsNoDifference() {
        var other = "“" + REPORT.toUpperCase(Locale.ROOT).replace(" ", " – ") + "”";
        assertThat(of("Harbour opens", REPORT).sameness(of("Ferries sail again", other)))
                .isEqualTo(1);
    }

    @Test
    void aLightlyEditedTextIsTheSame() {
        assertThat(sameness(REPORT, Prose.edited(REPORT))).isBetween(0.7, 0.95);
    }

    @Test
    void lightlyEditedTextsAreFoundByTheirBands() {
        assertThat(IntStream.range(0, 300))
                .allSatisfy(
                        seed -> {
                            var text = Prose.of(seed, 150 + seed);
                            assertThat(bandsInCommon(text, Prose.edited(text))).isPositive();
                        });
    }

    @Test
    void otherTextsAreNotEvenLookedAt() {
        assertThat(IntStream.range(0, 300))
                .allSatisfy(
                        seed ->
                                assertThat(bandsInCommon(REPORT, Prose.of(1000 + seed, 400)))
                                        .isZero());
    }

    @Test
    void anotherTextIsNotTheSame() {
        assertThat(sameness(REPORT, Prose.of(2, 400))).isZero();
    }

    @Test
    void aParagraphMoreOrLessIsNoDifference() {
        var before = Prose.cut(REPORT, 0, 120);
        var after = Prose.cut(REPORT, 120, 400);
        assertThat(sameness(REPORT, before + " " + Prose.of(3, 45) + " " + after)).isPositive();
        assertThat(sameness(REPORT, before + " " + Prose.cut(after, 45, 280))).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {280, 200, 80})
    void aPartIsNotTheWhole(int words) {
        assertThat(sameness(REPORT, Prose.cut(REPORT, 0, words))).isZero();
    }

    @Test
    void aTeaserIsNotTheWholeHoweverMuchOfItItHas() {
        var teaser = Signature.of("", REPORT, true).orElseThrow();
        assertThat(teaser.sameness(of(REPORT))).isZero();
        assertThat(teaser.sameness(teaser)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 60, 100})
    void anIntroductionMakesAReprintAnotherText(int words) {
        assertThat(sameness(REPORT, Prose.of(4, words) + " " + REPORT)).isZero();
    }

    @Test
    void anIntroductionThatQuotesTheReprintDoesToo() {
        var introduction = Prose.of(4, 30) + " " + Prose.cut(REPORT, 0, 40);
        assertThat(sameness(REPORT, introduction + " " + Prose.of(5, 20) + " " + REPORT)).isZero();
    }

    @Test
    void aRoundUpIsNoneOfItsTexts() {
        assertThat(sameness(REPORT, REPORT + " " + Prose.of(6, 300))).isZero();
        assertThat(sameness(REPORT, Prose.of(6, 300) + " " + REPORT)).isZero();
    }

    @Test
    void aTextThatQuotesAnotherIsNotTheSame() {
        var quoting = Prose.of(7, 150) + " " + Prose.cut(REPORT, 50, 150) + " " + Prose.of(8, 150);
        assertThat(sameness(REPORT, quoting)).isZero();
    }

    @Test
    void aStoryWithANewFirstHalfIsAnotherStory() {
        assertThat(sameness(REPORT, Prose.of(9, 200) + " " + Prose.cut(REPORT, 200, 400))).isZero();
    }

    @Test
    void aShortTextIsTheSameOnlyAsAWholeAndWithItsHeadline() {
        var flash = Prose.of(1, 39);
        var signature = of("Harbour opens", flash);
        assertThat(signature.sameness(of("HARBOUR OPENS!", flash + "."))).isEqualTo(1);
        assertThat(signature.sameness(of("Ferries sail", flash))).isZero();
        assertThat(signature.sameness(of("Harbour opens", flash + " today"))).isZero();
        assertThat(signature.bands()).hasSize(1);
    }

    @Test
    void fromFortyWordsOnATextMayHaveBeenEdited() {
        var text = Prose.of(1, 40);
        assertThat(sameness(text, text + " today")).isPositive();
    }

    @Test
    void withoutWordsThereIsNothingToCompare() {
        assertThat(Signature.of("Harbour opens", " … ", false)).isEmpty();
    }

    @Test
    void everyTextOfWhateverWordsHasOne() {
        var texts = new String[] {"a ".repeat(500), "港".repeat(500), "1 ".repeat(40)};
        assertThat(texts).allSatisfy(text -> assertThat(sameness(text, text)).isEqualTo(1));
        assertThat(IntStream.range(1, 45))
                .allSatisfy(
                        words ->
                                assertThat(Signature.of("", Prose.of(1, words), false))
                                        .map(Signature::words)
                                        .isEqualTo(Optional.of(words)));
    }

    private static double sameness(String text, String other) {
        double sameness = of(text).sameness(of(other));
        assertThat(of(other).sameness(of(text))).isEqualTo(sameness);
        return sameness;
    }

    private static long bandsInCommon(String text, String other) {
        return of(text).bands().stream().filter(of(other).bands()::contains).count();
    }

    private static Signature of(String text) {
        return of("", text);
    }

    private static Signature of(String headline, String text) {
        return Signature.of(headline, text, false).orElseThrow();
    }
}
