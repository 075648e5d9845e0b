package galley.ingest.feed;

import java.util.List;

import org.junit.jupiter.api.Test;

import galley.events.ItemContent;
import galley.events.ItemProposal;
import galley.ingest.format.ReadItem;
import galley.ingest.format.Readings;
import galley.ingest.item.TextReading;

import static org.assertj.core.api.Assertions.assertThat;

/** What is proposed for the sample feed, which shows every pattern of such publications. */
class StructureOfSamplesTest {
    private static final List<ItemContent> ITEMS =
            Readings.items(Feeds.read(Readings.sample("front-page.rss.xml"), null)).stream()
                    .map(ReadItem::content)
                    .map(TextReading::of)
                    .toList();

    @Test
    void p1AndP3AndP12AReprintWithItsIntroductionItsDatelineAndTheEditorsMarks() {
        var item = item("Night ferry");
        assertThat(values(item, "kind")).containsExactly("reprint");
        assertThat(values(item, "part")).containsExactly("introduction:0-2", "reprint:3-7");
        assertThat(values(item, "attribution.publisher")).containsExactly("Maré");
        assertThat(values(item, "attribution.author")).containsExactly("Ana Lobo");
        assertThat(values(item, "headline")).containsExactly("The night ferry sails again");
        assertThat(values(item, "dateline.text")).containsExactly("AVEIRO, May 18 (Maré) —");
        assertThat(values(item, "dateline.place")).containsExactly("AVEIRO");
        assertThat(values(item, "dateline.date")).containsExactly("2026-05-18");
        assertThat(values(item, "dateline.agency")).containsExactly("Maré");
        assertThat(values(item, "editorsMark"))
                .containsExactly(
                        "about the price of a coffee",
                        "the joint assembly of the three smaller islands");
    }

    @Test
    void p2ARoundUpGivesEachReprintItsPublisher() {
        var libraries = item("Three towns");
        assertThat(values(libraries, "kind")).containsExactly("round-up");
        assertThat(values(libraries, "part"))
                .containsExactly("introduction:0-1", "reprint:2-4", "reprint:5-7", "reprint:8-9");
        assertThat(values(libraries, "attribution.publisher"))
                .containsExactly("The Lantern", "Quayside Gazette", "The Lantern");
        var gulls = item("What the gulls");
        assertThat(values(gulls, "attribution.publisher"))
                .containsExactly(
                        "Quayside Gazette", "Maré", "Sandvik Clerk’s Notes", "The Lantern");
        assertThat(values(gulls, "attribution.url"))
                .containsExactly(
                        "https://quayside.example/2026/gulls",
                        "https://mare.example/gaivotas",
                        "https://clerk.sandvik.example/34",
                        "https://lantern.example/gulls");
    }

    @Test
    void p4ATranslationChainNamesLanguageTranslatorAndBothPublishers() {
        var item = item("The lighthouse keepers");
        assertThat(values(item, "attribution.publisher")).containsExactly("O Farol");
        assertThat(values(item, "attribution.language")).containsExactly("pt");
        assertThat(values(item, "attribution.publishedOn")).containsExactly("2026-05-02");
        assertThat(values(item, "attribution.translator")).containsExactly("Rui Teles");
        assertThat(values(item, "attribution.translationPublisher"))
                .containsExactly("Coast & Current");
    }

    @Test
    void p5ATeaserStopsAtItsLastLineAndSaysNothingOfItsKind() {
        var item = item("What the new timetable");
        assertThat(item.partial()).isTrue();
        assertThat(values(item, "teaserBreak")).containsExactly("1");
        assertThat(values(item, "kind")).isEmpty();
    }

    @Test
    void p6AnOwnReportNamesTheSpeakerAndLeadsToItsSisterPiece() {
        var item = item("Gardens on the breakwater: remarks");
        assertThat(values(item, "kind")).containsExactly("report");
        assertThat(values(item, "attribution.author")).containsExactly("Dr Quist");
        assertThat(values(item, "related"))
                .containsExactly("https://tide-letter.example/2026/05/breakwater-gardens-arden/");
        assertThat(values(item("Gardens on the breakwater: Tomas"), "related"))
                .containsExactly("https://tide-letter.example/2026/05/breakwater-gardens-quist/");
    }

    @Test
    void p7AVideoPostHasItsRecordingItsPeopleAndTheirContributions() {
        var item = item("Video");
        assertThat(values(item, "kind")).containsExactly("video");
        assertThat(values(item, "part"))
                .containsExactly("introduction:0-0", "media:1-1", "people:2-3", "original:4-5");
        assertThat(values(item, "person"))
                .containsExactly(
                        "Ada Quist | botanist | University of Osthaven",
                        "Tomas Arden | gardener | Society of Harbour Gardeners",
                        "Mila Brandt | reporter | The Tide Letter");
        assertThat(values(item, "media"))
                .containsExactly(
                        "https://video.example/embed/tides?feature=oembed",
                        "https://video.example/watch/quist",
                        "https://video.example/watch/arden",
                        "https://video.example/watch/brandt");
    }

    @Test
    void p8AnInterviewSaysWhoAsksAndWhoAnswers() {
        var item = item("“A bridge");
        assertThat(values(item, "kind")).containsExactly("interview");
        assertThat(values(item, "attribution.publisher")).containsExactly("Quayside Gazette");
        assertThat(values(item, "attribution.author")).containsExactly("Gerda Thal");
        assertThat(values(item, "person")).containsExactly("Jonas Field");
        assertThat(values(item, "turn"))
                .containsExactly(
                        "question:1:GT",
                        "answer:2:Jonas Field",
                        "question:3:GT",
                        "answer:5:Jonas Field",
                        "question:7:GT",
                        "answer:8:Field");
    }

    @Test
    void p9AndP10AnOfficialDocumentIsOnePartAlthoughItsIntroductionQuotesIt() {
        var item = item("The Harbour Charter");
        assertThat(values(item, "kind")).containsExactly("statement");
        assertThat(values(item, "part")).startsWith("introduction:0-4").hasSize(2);
        assertThat(values(item, "headline"))
                .containsExactly("Harbour Charter of the Town of Sandvik");
    }

    @Test
    void p11TwoReportsOfOneEventKeepTheirOwnPublishers() {
        assertThat(values(item("Osthaven opens"), "attribution.publisher"))
                .containsExactly("The Lantern");
        assertThat(values(item("Drawbridge museum"), "attribution.publisher"))
                .containsExactly("Quayside Gazette");
    }

    private static ItemContent item(String headline) {
        return ITEMS.stream()
                .filter(item -> item.headline().startsWith(headline))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> values(ItemContent item, String what) {
        return item.proposals().stream()
                .filter(proposal -> proposal.what().equals(what))
                .map(ItemProposal::value)
                .toList();
    }
}
