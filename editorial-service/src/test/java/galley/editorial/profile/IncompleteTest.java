package galley.editorial.profile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import galley.editorial.check.Defect;
import galley.events.Article;
import galley.events.Attribution;
import galley.events.Dateline;
import galley.events.Kind;
import galley.events.MediaKind;
import galley.events.Part;
import galley.events.Rights;

import static galley.editorial.check.Proofs.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

/** What articles lack of profiles. */
class IncompleteTest {
    private static final Part INTRODUCTION = new Part.Introduction("i", "<p>In the following</p>");
    private static final Part ORIGINAL = new Part.Original("o", null, "<p>Our own</p>");
    private static final Part PEOPLE = new Part.People("s", List.of());
    private static final Part VIDEO =
            new Part.Media(
                    "m", MediaKind.VIDEO, "https://v.example", null, "At noon", null, "A quay");

    private static Part reprint(String id, String headline) {
        Attribution attribution = new Attribution("Lusa", null, null, null, "pt", null, null, null);
        return new Part.Reprint(id, headline, false, null, attribution, null, "<p>Open</p>");
    }

    private static List<Defect> lacks(Profile profile, Part... parts) {
        return Incomplete.lacks(articleOf(Kind.REPRINT, parts), profile);
    }

    private static Article articleOf(Kind kind, Part... parts) {
        return article().kind(kind).parts(parts).proof().article();
    }

    private static Profile asks(PartType type, int atLeast, PartField... fields) {
        return new Profile(List.of(), Map.of(type, new PartRule(atLeast, List.of(fields))));
    }

    @Test
    void fieldsOfTheArticleAreAskedFor() {
        Profile profile =
                new Profile(
                        List.of(
                                ArticleField.HEADLINE,
                                ArticleField.STANDFIRST,
                                ArticleField.TAGS,
                                ArticleField.TEASER_BREAK,
                                ArticleField.LANGUAGE),
                        Map.of());
        assertThat(lacks(profile))
                .extracting(Defect::part, Defect::field)
                .containsExactly(
                        tuple(null, "standfirst"), tuple(null, "tags"), tuple(null, "teaserBreak"));
    }

    @Test
    void partsAreCountedByTheirType() {
        Profile two = asks(PartType.REPRINT, 2);
        assertThat(lacks(two, reprint("a", null), reprint("b", null))).isEmpty();
        assertThat(lacks(two, reprint("a", null)))
                .extracting(Defect::part, Defect::field)
                .containsExactly(tuple(null, "parts"));
    }

    @Test
    void aPartOfATypeThatTheKindDoesNotHaveIsFound() {
        assertThat(lacks(asks(PartType.REPRINT, 0), reprint("a", null), PEOPLE))
                .extracting(Defect::part)
                .containsExactly("s");
    }

    @Test
    void fieldsOfEachPartAreAskedFor() {
        assertThat(
                        lacks(
                                asks(
                                        PartType.REPRINT,
                                        0,
                                        PartField.HEADLINE,
                                        PartField.PUBLISHER,
                                        PartField.DATELINE,
                                        PartField.TRANSLATOR),
                                reprint("a", "Harbour opens"),
                                reprint("b", " ")))
                .extracting(Defect::part, Defect::field)
                .containsExactly(
                        tuple("a", "dateline"),
                        tuple("a", "attribution.translator"),
                        tuple("b", "headline"),
                        tuple("b", "dateline"),
                        tuple("b", "attribution.translator"));
        assertThat(
                        lacks(
                                asks(
                                        PartType.MEDIA,
                                        0,
                                        PartField.ALT,
                                        PartField.CAPTION,
                                        PartField.CREDIT),
                                VIDEO))
                .extracting(Defect::field)
                .containsExactly("credit");
        assertThat(lacks(asks(PartType.ORIGINAL, 0, PartField.HEADLINE), ORIGINAL)).hasSize(1);
    }

    @Test
    void whatSaysNothingIsMissing() {
        Part bare =
                new Part.Reprint(
                        "a", null, false, new Dateline(" ", null, "", null), null, null, "");
        assertThat(lacks(asks(PartType.REPRINT, 0, PartField.DATELINE), bare))
                .extracting(Defect::field)
                .containsExactly("dateline");
        assertThat(ArticleField.isSaid(new Rights(null, " ", null))).isFalse();
        assertThat(ArticleField.isSaid(new Rights(null, null, "© Lusa"))).isTrue();
        assertThat(ArticleField.isSaid(new Dateline(null, LocalDate.EPOCH, null, null))).isTrue();
    }

    @Test
    void withoutAnAttributionAllOfItIsMissing() {
        Part bare = new Part.Reprint("a", null, false, null, null, null, "");
        assertThat(lacks(asks(PartType.REPRINT, 0, PartField.PUBLISHER, PartField.AUTHOR), bare))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "REPRINT, 1",
        "STATEMENT, 2",
        "ROUND_UP, 2",
        "REPORT, 1",
        "VIDEO, 2",
        "ORIGINAL, 0",
        "INTERVIEW, 0"
    })
    void onAFreshInstallAnArticleWithoutPartsLacksThem(Kind kind, int findings) {
        assertThat(Incomplete.lacks(articleOf(kind), FreshProfiles.of(kind)))
                .hasSize(findings)
                .allMatch(found -> found.field().equals("parts"));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void onAFreshInstallNothingElseIsAskedOfAWholeOne(Kind kind) {
        Article whole =
                articleOf(
                        kind,
                        INTRODUCTION,
                        reprint("a", "Harbour opens"),
                        reprint("b", "Harbour closes"),
                        ORIGINAL,
                        VIDEO,
                        PEOPLE);
        assertThat(Incomplete.lacks(whole, FreshProfiles.of(kind))).isEmpty();
    }

    @Test
    void whatASourceGaveLacksNothing() {
        Article received = articleOf(Kind.REPRINT, reprint("p1", null));
        assertThat(Incomplete.lacks(received, FreshProfiles.of(Kind.REPRINT))).isEmpty();
    }

    @Test
    void theReprintsOfARoundUpHaveHeadlines() {
        Article roundUp =
                articleOf(
                        Kind.ROUND_UP,
                        INTRODUCTION,
                        reprint("a", "Harbour opens"),
                        reprint("b", null));
        assertThat(Incomplete.lacks(roundUp, FreshProfiles.of(Kind.ROUND_UP)))
                .extracting(Defect::part, Defect::field)
                .containsExactly(tuple("b", "headline"));
    }
}
