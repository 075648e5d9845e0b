package galley.editorial.intake;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import galley.editorial.content.Content;
import galley.events.Kind;
import galley.events.MediaKind;
import galley.events.Part;
import galley.events.Proposal;
import galley.events.Rights;

import static org.assertj.core.api.Assertions.assertThat;

class ItemReadingTest {
    private static Content content(IngestedItem item) {
        return ItemReading.content(item.read());
    }

    @Test
    void anItemIsAReprintWithWhatItsSourceClaims() {
        Content content =
                content(
                        IngestedItem.harbour()
                                .with("language", "EN-gb")
                                .with("keywords", List.of("ports", " ports ", "", "sea"))
                                .with("usageTerms", "Reprints welcome"));
        assertThat(content.kind()).isEqualTo(Kind.REPRINT);
        assertThat(content.language()).isEqualTo("en-GB");
        assertThat(content.tags()).containsExactly("ports", "sea");
        Part.Reprint reprint = (Part.Reprint) content.parts().getFirst();
        assertThat(reprint.attribution().publisher()).isEqualTo("The Tide Letter");
        assertThat(reprint.attribution().publishedOn()).hasToString("2026-05-20");
        assertThat(reprint.attribution().url()).isEqualTo("https://tide-letter.example/harbour");
        assertThat(reprint.rights()).isEqualTo(new Rights("Reprints welcome", null, null));
        assertThat(reprint.excerpt()).isFalse();
    }

    @Test
    void aTeaserIsMarkedAsAPartOfTheWhole() {
        Content content = content(IngestedItem.harbour().with("partial", true));
        assertThat(((Part.Reprint) content.parts().getFirst()).excerpt()).isTrue();
    }

    @Test
    void anItemWithoutAHeadlineTakesTheSlugline() {
        assertThat(
                        content(
                                        IngestedItem.harbour()
                                                .with("headline", " ")
                                                .with("slugline", "HARBOUR"))
                                .headline())
                .isEqualTo("HARBOUR");
        assertThat(content(IngestedItem.harbour().with("headline", "")).headline()).isEmpty();
    }

    @Test
    void mediaThatTheBodyDoesNotShowBecomeParts() {
        Content content =
                content(
                        IngestedItem.harbour()
                                .with(
                                        "body",
                                        "<p><img src=\"https://pics.example/1.jpg?w=600\"></p>")
                                .with(
                                        "media",
                                        List.of(
                                                media("https://pics.example/1.jpg"),
                                                media("https://pics.example/2.jpg"),
                                                media("javascript:alert(1)"),
                                                media("https://pics.example/2.jpg?w=90"))));
        assertThat(content.parts()).hasSize(2);
        assertThat(content.parts().getLast())
                .isEqualTo(
                        new Part.Media(
                                "m1",
                                MediaKind.IMAGE,
                                "https://pics.example/2.jpg",
                                null,
                                "A pier",
                                "Jo Rui",
                                null));
    }

    private static Map<String, String> media(String url) {
        return Map.of("kind", "image", "url", url, "caption", "A pier", "credit", "Jo Rui");
    }

    @Test
    void readingsOfTheTextAreProposalsWithTheirEvidence() {
        Content content =
                content(
                        IngestedItem.harbour()
                                .with(
                                        "proposals",
                                        List.of(
                                                Map.of(
                                                        "what", "attribution.publisher",
                                                        "part", 0,
                                                        "value", "Maré",
                                                        "evidence", "which we reprint from Maré",
                                                        "confidence", 0.97))));
        assertThat(content.proposals())
                .containsExactly(
                        new Proposal(
                                "proposal-1",
                                "attribution.publisher",
                                "p1",
                                "Maré",
                                "which we reprint from Maré",
                                0.97));
    }

    @Test
    void aCancelIsProposedOnce() {
        IngestedItem byStatus = IngestedItem.harbour().with("pubStatus", "canceled");
        assertThat(content(byStatus).proposals()).extracting("what").containsExactly("cancel");
        Content byReader =
                content(
                        byStatus.with(
                                "proposals",
                                List.of(
                                        Map.of(
                                                "what", "cancel",
                                                "evidence", "pubstatus: canceled",
                                                "confidence", 1.0))));
        assertThat(byReader.proposals()).extracting("what").containsExactly("cancel");
        assertThat(byReader.proposals())
                .extracting("evidence")
                .containsExactly("pubstatus: canceled");
    }

    @Test
    void whatIsNotToBeTrustedIsLeftOut() {
        Content content =
                content(
                        IngestedItem.harbour()
                                .with("headline", "Harbour\u0000 opens")
                                .with("language", "no language at all")
                                .with("url", "javascript:alert(1)")
                                .with(
                                        "body",
                                        "<p onclick=\"x()\">Open<script>alert(1)</script></p>"));
        assertThat(content.headline()).isEqualTo("Harbour opens");
        assertThat(content.language()).isNull();
        Part.Reprint reprint = (Part.Reprint) content.parts().getFirst();
        assertThat(reprint.attribution().url()).isNull();
        assertThat(reprint.body()).isEqualTo("<p>Open</p>");
    }
}
