package galley.editorial.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import galley.editorial.content.Content;
import galley.events.Dateline;
import galley.events.ItemProposal;
import galley.events.MediaKind;
import galley.events.Part;
import galley.events.Proposal;
import galley.events.TeaserBreak;

import static org.assertj.core.api.Assertions.assertThat;

/** What a source changed comes into what the staff made of its item. */
class SourceMergeTest {
    private static final String ITEM = "<p>Intro.</p><p>One.</p><p>Two.</p><p>Three.</p>";
    private static final IngestedItem HARBOUR = IngestedItem.harbour().with("body", ITEM);

    private static Content read(IngestedItem item) {
        return ItemReading.content(item.read());
    }

    private static SourceMerge merge(IngestedItem before, IngestedItem now, Content present) {
        return new SourceMerge(Optional.of(read(before)), read(now), present, 2);
    }

    private static SourceMerge merge(String body, Content present) {
        return merge(HARBOUR, HARBOUR.with("body", body), present);
    }

    private static Content divided(String introduction, String reprint, Part... more) {
        Content read = read(HARBOUR);
        var whole = (Part.Reprint) read.parts().getFirst();
        List<Part> parts =
                new ArrayList<>(
                        List.of(
                                new Part.Introduction("p1", introduction),
                                new Part.Reprint(
                                        "p2",
                                        null,
                                        false,
                                        whole.dateline(),
                                        whole.attribution(),
                                        whole.rights(),
                                        reprint)));
        parts.addAll(List.of(more));
        return read.withParts(parts);
    }

    private static String body(Content content, int part) {
        return switch (content.parts().get(part)) {
            case Part.Introduction it -> it.body();
            case Part.Reprint it -> it.body();
            case Part.Original it -> it.body();
            default -> throw new AssertionError("No text: " + content.parts().get(part));
        };
    }

    @Test
    void aBlockThatTheSourceMendedIsMendedWhereverItStandsNow() {
        Content present = divided("<p>Intro.</p><p>Ours.</p>", "<p>One.</p>\n<p>Two.</p><p>3</p>");
        var merge = merge(ITEM.replace("Two", "2").replace("Intro", "Lead"), present);
        assertThat(merge.conflicts()).isEmpty();
        assertThat(body(merge.merged(), 0)).isEqualTo("<p>Lead.</p><p>Ours.</p>");
        assertThat(body(merge.merged(), 1)).isEqualTo("<p>One.</p>\n<p>2.</p><p>3</p>");
    }

    @Test
    void aDatelineThatLeftTheTextForItsFieldIsNoChangeOfTheStaffs() {
        String dated = "<p>Intro.</p><p>PORTO, May 20 (Lusa) — The harbor opened.</p>";
        Content present =
                divided("<p>Intro.</p>", "")
                        .withParts(
                                List.of(
                                        new Part.Introduction("p1", "<p>Intro.</p>"),
                                        new Part.Reprint(
                                                "p2",
                                                null,
                                                false,
                                                new Dateline(
                                                        "PORTO",
                                                        null,
                                                        "Lusa",
                                                        "PORTO, May 20 (Lusa) —"),
                                                null,
                                                null,
                                                "<p>The harbor opened.</p>")));
        var merge =
                merge(
                        HARBOUR.with("body", dated),
                        HARBOUR.with("body", dated.replace("harbor", "harbour")),
                        present);
        assertThat(merge.conflicts()).isEmpty();
        assertThat(body(merge.merged(), 1)).isEqualTo("<p>The harbour opened.</p>");
    }

    @Test
    void aBlockThatBothChangedStaysAsTheStaffHasIt() {
        Content present = divided("<p>Intro.</p>", "<p>One.</p><p>Our two.</p><p>Three.</p>");
        var merge = merge(ITEM.replace("Two", "2").replace("Three", "3"), present);
        assertThat(body(merge.merged(), 1)).isEqualTo("<p>One.</p><p>Our two.</p><p>3.</p>");
        assertThat(merge.conflicts())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.field()).isEqualTo("text");
                            assertThat(it.before().asText()).isEqualTo("<p>Two.</p>");
                            assertThat(it.source().asText()).isEqualTo("<p>2.</p>");
                        });
    }

    @Test
    void whatTheStaffMendedAlreadyIsNoConflict() {
        Content present = divided("<p>Intro.</p>", "<p>One.</p><p>2.</p><p>Three.</p>");
        var merge = merge(ITEM.replace("Two", "2"), present);
        assertThat(merge.conflicts()).isEmpty();
        assertThat(merge.merged()).isEqualTo(present);
    }

    @Test
    void newBlocksFollowTheirNeighboursAndDroppedOnesGo() {
        Content present = divided("<p>Intro.</p>", "<p>Three.</p><p>One.</p><p>Two.</p>");
        var merge = merge("<p>Intro.</p><p>One.</p><p>New.</p><p>Newer.</p><p>Three.</p>", present);
        assertThat(merge.conflicts()).isEmpty();
        assertThat(body(merge.merged(), 1))
                .isEqualTo("<p>Three.</p><p>One.</p><p>New.</p><p>Newer.</p>");
        var first = merge("<p>First.</p>" + ITEM, present);
        assertThat(body(first.merged(), 0)).isEqualTo("<p>First.</p><p>Intro.</p>");
    }

    @Test
    void blocksThatAreAlikeAreToldApartByTheirOrder() {
        IngestedItem stars = HARBOUR.with("body", "<p>*</p><p>One.</p><p>*</p><p>Two.</p>");
        Content present = divided("<p>*</p>", "<p>One.</p><p>*</p><p>Two.</p>");
        var merge =
                merge(
                        stars,
                        stars.with("body", "<p>*</p><p>One.</p><p>**</p><p>Two.</p>"),
                        present);
        assertThat(merge.conflicts()).isEmpty();
        assertThat(body(merge.merged(), 0)).isEqualTo("<p>*</p>");
        assertThat(body(merge.merged(), 1)).isEqualTo("<p>One.</p><p>**</p><p>Two.</p>");
    }

    @Test
    void theTeaserBreakStaysBetweenItsBlocks() {
        Content present =
                divided("<p>Intro.</p>", "<p>One.</p><p>Two.</p><p>Three.</p>")
                        .withTeaserBreak(new TeaserBreak("p2", 2));
        var merge = merge(ITEM.replace("<p>Two", "<p>New.</p><p>Two"), present);
        assertThat(merge.merged().teaserBreak()).isEqualTo(new TeaserBreak("p2", 3));
    }

    @Test
    void fieldsAreDecidedOneByOne() {
        Content edited = divided("<p>Intro.</p>", "<p>One.</p><p>Two.</p><p>Three.</p>");
        var now =
                HARBOUR.with("headline", "Harbour opens again")
                        .with("authors", List.of("Ana Lobo", "Rui Sá"))
                        .with("usageTerms", "Ask first");
        var merged = merge(HARBOUR, now, edited.withTags(List.of("ferries"))).merged();
        assertThat(merged.headline()).isEqualTo("Harbour opens again");
        assertThat(merged.tags()).containsExactly("ferries");
        var reprint = (Part.Reprint) merged.parts().get(1);
        assertThat(reprint.attribution().author()).isEqualTo("Ana Lobo, Rui Sá");
        assertThat(reprint.attribution().publisher()).isEqualTo("The Tide Letter");
        assertThat(reprint.rights().usageTerms()).isEqualTo("Ask first");
    }

    @Test
    void mediaThatTheSourceAddsComeInAndAlternativeTextsStay() {
        Map<String, Object> boat =
                Map.of("url", "https://tide-letter.example/boat.jpg", "kind", "image");
        Map<String, Object> pier =
                Map.of("url", "https://tide-letter.example/pier.jpg", "kind", "image");
        IngestedItem before = HARBOUR.with("media", List.of(boat));
        Content present =
                divided(
                        "<p>Intro.</p>",
                        "<p>One.</p><p>Two.</p><p>Three.</p>",
                        new Part.Media(
                                "m1",
                                MediaKind.IMAGE,
                                "https://tide-letter.example/boat.jpg",
                                null,
                                null,
                                null,
                                "A boat"));
        var captioned = new HashMap<>(boat);
        captioned.put("caption", "The boat");
        var merge = merge(before, before.with("media", List.of(pier, captioned)), present);
        assertThat(merge.conflicts()).isEmpty();
        var parts = merge.merged().parts();
        assertThat(parts).hasSize(4);
        assertThat(((Part.Media) parts.get(2)).alt()).isEqualTo("A boat");
        assertThat(((Part.Media) parts.get(2)).caption()).isEqualTo("The boat");
        assertThat(((Part.Media) parts.get(3)).url()).endsWith("pier.jpg");

        var gone = merge(before, HARBOUR, present);
        assertThat(gone.merged().parts()).hasSize(3);
        assertThat(gone.conflicts()).extracting(SourceConflict::field).containsExactly("media");
    }

    @Test
    void whatWasDecidedOnIsNotProposedAgain() {
        var kind = new ItemProposal("kind", null, "report", "words", 0.9);
        var author = new ItemProposal("attribution.author", 1, "Ana Lobo", "words", 0.9);
        var translator = new ItemProposal("attribution.translator", 1, "Rui Sá", "words", 0.9);
        var part = new ItemProposal("part", 0, "introduction:0-0", "words", 0.9);
        IngestedItem before = HARBOUR.with("proposals", List.of(kind, author, part));
        Content present = divided("<p>Intro.</p>", "<p>One.</p><p>Two.</p><p>Three.</p>");
        var waiting = read(before).proposals().getFirst();
        var later =
                before.with(
                        "proposals",
                        List.of(
                                kind,
                                author,
                                translator,
                                new ItemProposal("part", 0, "introduction:0-1", "words", 0.9)));
        var merged = merge(before, later, present.withProposals(List.of(waiting))).merged();
        assertThat(merged.proposals())
                .extracting(Proposal::what)
                .containsExactly("kind", "attribution.translator");
        assertThat(merged.proposals()).extracting(Proposal::id).doesNotHaveDuplicates();
        var undivided = merge(before, later, read(before)).merged();
        assertThat(undivided.proposals())
                .extracting(Proposal::value)
                .containsExactly("report", "Ana Lobo", "Rui Sá", "introduction:0-1");
    }

    @Test
    void theLaterEmbargoHolds() {
        IngestedItem noon = HARBOUR.with("embargoedUntil", "2026-06-01T12:00:00Z");
        IngestedItem one = HARBOUR.with("embargoedUntil", "2026-06-01T13:00:00Z");
        assertThat(merge(noon, one, read(noon)).merged().embargoedUntil())
                .isEqualTo("2026-06-01T13:00:00Z");
        assertThat(merge(one, noon, read(one)).merged().embargoedUntil())
                .isEqualTo("2026-06-01T13:00:00Z");
        assertThat(merge(noon, HARBOUR, read(noon)).merged().embargoedUntil())
                .isEqualTo("2026-06-01T12:00:00Z");
        assertThat(merge(HARBOUR, HARBOUR, read(noon)).replaced().embargoedUntil())
                .isEqualTo("2026-06-01T12:00:00Z");
        assertThat(merge(noon, noon, read(HARBOUR)).merged().embargoedUntil()).isNull();
    }
}
