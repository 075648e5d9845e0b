package galley.ingest.structure;

import java.util.List;

import org.junit.jupiter.api.Test;

import galley.events.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Where the parts of a post begin and end, and what stands for a proposal. */
class StructureReaderTest {
    private static final String LEAD = "<p>The following article was first published by Maré.</p>";

    @Test
    void aTextThatNamesNoSourceIsOneOriginalPartAndNothingIsProposed() {
        var structure = Structures.of("<p>It opened.</p><p>At nine.</p>");
        assertThat(Structures.parts(structure)).containsExactly("original:0-1");
        assertThat(structure.kind()).isEqualTo(Kind.ORIGINAL);
        assertThat(structure.proposals()).isEmpty();
    }

    @Test
    void anEmptyBodyHasNoParts() {
        assertThat(Structures.of("").parts()).isEmpty();
        assertThat(Structures.of("").proposals()).isEmpty();
    }

    @Test
    void aTeaserThatNamesNoSourceMayStillBeAnything() {
        var structure =
                StructureReader.read(
                        new Post(
                                "A headline",
                                "<p>It opened.</p><p><a href=\"https://a.example/b\">"
                                        + "Continue reading A headline</a></p>",
                                "en",
                                true,
                                null));
        assertThat(structure.kind()).isNull();
        assertThat(Structures.values(structure, "kind")).isEmpty();
        assertThat(Structures.values(structure, "teaserBreak")).containsExactly("1");
    }

    @Test
    void everyProposalNamesTheWordsItWasReadFrom() {
        var structure = Structures.of("<p>We are glad.</p>" + LEAD + "<h3>Up</h3><p>It is.</p>");
        assertThat(Structures.parts(structure)).containsExactly("introduction:0-1", "reprint:2-3");
        assertThat(structure.proposals())
                .isNotEmpty()
                .allSatisfy(
                        it -> {
                            assertThat(it.evidence()).isNotBlank();
                            assertThat(it.confidence()).isBetween(0.0, 1.0);
                        })
                .anySatisfy(
                        it -> {
                            assertThat(it.what()).isEqualTo("attribution.publisher");
                            assertThat(it.part()).isEqualTo(1);
                            assertThat(it.value()).isEqualTo("Maré");
                            assertThat(it.evidence()).isEqualTo("published by Maré");
                        });
    }

    @Test
    void aSectionOfTheReprintIsNoSecondReprint() {
        var structure = Structures.of(LEAD + "<p>One.</p><h3>Two</h3><p>Three.</p><h3>Four</h3>");
        assertThat(Structures.parts(structure)).containsExactly("introduction:0-0", "reprint:1-4");
    }

    @Test
    void whatTheIntroductionQuotesIsNotTakenForTheReprint() {
        var quoted = "Nothing may be built on the quays that cannot be carried away within a day.";
        var structure =
                Structures.of(
                        "<p>In this article for Maré, Ana Lobo reports on quays.</p><blockquote><p>"
                                + quoted
                                + "</p></blockquote><p>The quays are wide.</p><p>They are long. "
                                + quoted
                                + "</p>");
        assertThat(Structures.parts(structure)).containsExactly("introduction:0-1", "reprint:2-3");
    }

    @Test
    void oneLineForSeveralPublishersGivesEachItsText() {
        var structure =
                Structures.of(
                        "<p>The following articles were first published by Maré, The Lantern and"
                            + " Open"
                            + " Water.</p><h3>A</h3><p>a</p><h3>B</h3><p>b</p><h3>C</h3><p>c</p>");
        assertThat(structure.proposals())
                .filteredOn(it -> it.what().equals("attribution.publisher"))
                .extracting(it -> it.part() + " " + it.value())
                .containsExactly("1 Maré", "2 The Lantern", "3 Open Water");
    }

    @Test
    void aDatelineSaysWhoseTextItIsWhateverTheOrder() {
        var structure =
                Structures.of(
                        "<p>The following articles were first published by Maré and The"
                                + " Lantern.</p><h3>A</h3><p>KELL, May 2 (Lantern) —"
                                + " a</p><h3>B</h3><p>KELL, May 2 (Maré) — b</p>");
        assertThat(Structures.values(structure, "attribution.publisher"))
                .containsExactly("The Lantern", "Maré");
    }

    @Test
    void moreTextsThanPublishersAreLeftToTheEditor() {
        var structure =
                Structures.of(
                        "<p>The following articles were first published by Maré and The"
                            + " Lantern.</p><h3>A</h3><p>a</p><h3>B</h3><p>b</p><h3>C</h3><p>c</p>");
        assertThat(structure.parts()).hasSize(4);
        assertThat(Structures.values(structure, "attribution.publisher")).isEmpty();
    }

    @Test
    void aLineAfterTheTextIsNoPartOfIt() {
        var structure =
                Structures.of(
                        "<p>By Ana Lobo</p><p>It sails.</p><p>Ana Lobo is a reporter at Maré.</p>"
                                + "<p>This article was first published by Maré.</p>");
        assertThat(Structures.parts(structure)).containsExactly("reprint:0-1", "original:2-3");
        assertThat(Structures.values(structure, "person"))
                .containsExactly("Ana Lobo | reporter | Maré");
        assertThat(Structures.values(structure, "attribution.author")).containsExactly("Ana Lobo");
    }

    @Test
    void anOldPublicationIsSpokenOfAndNotReprinted() {
        var structure =
                Structures.of(
                        "<p>This story was first published by Maré in 1950.</p><p>It is.</p>");
        assertThat(structure.kind()).isEqualTo(Kind.ORIGINAL);
    }

    @Test
    void divsAroundTheTextHideNothing() {
        var structure = Structures.of("<div><div>" + LEAD + "</div><div><p>a</p></div></div>");
        assertThat(Structures.parts(structure)).containsExactly("introduction:0-0", "reprint:1-1");
    }

    @Test
    void theLanguageOfTheItemDecidesWhichPhrasesCount() {
        var german = "<p>Der folgende Artikel erschien zuerst im Küstenboten.</p><p>Sie fährt.</p>";
        assertThat(Structures.of(german, "de").kind()).isEqualTo(Kind.REPRINT);
        assertThat(Structures.of(german, "en").kind()).isEqualTo(Kind.ORIGINAL);
        assertThat(Structures.of(german, null).kind()).isEqualTo(Kind.REPRINT);
    }

    @Test
    void aStructureWithAGapCanNotBeMade() {
        var first = new PartRange(PartType.INTRODUCTION, 0, 1);
        var third = new PartRange(PartType.REPRINT, 3, 4);
        assertThatThrownBy(() -> new Structure(null, List.of(first, third), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEditorIsNotDrownedInProposals() {
        var structure =
                Structures.of(LEAD + "<p>" + "A boat [a yawl] sank. ".repeat(5_000) + "</p>");
        assertThat(structure.proposals()).hasSizeBetween(50, 150);
    }

    @Test
    void evidenceIsNeverCutInTheMiddleOfACharacter() {
        var smiles = "😀".repeat(300);
        for (var shift : new String[] {"", "a"}) {
            var structure = Structures.of(LEAD + "<p>" + shift + smiles + " [a yawl]</p>");
            assertThat(structure.proposals())
                    .extracting(
                            it -> it.evidence().codePoints().anyMatch(StructureReaderTest::isHalf))
                    .containsOnly(false);
        }
    }

    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
