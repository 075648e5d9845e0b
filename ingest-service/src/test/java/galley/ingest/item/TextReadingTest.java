package galley.ingest.item;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import galley.events.ItemContent;
import galley.events.ItemProposal;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.ReadItem;
import galley.ingest.structure.Post;
import galley.ingest.structure.Structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class TextReadingTest {
    private static final String REPRINT =
            "<p>The following article was first published by Maré.</p><p>It opened.</p>";

    private final ItemDraft draft = new ItemDraft(1);

    TextReadingTest() {
        draft.base = URI.create("https://coast.example/");
        draft.guid = "urn:coast:1";
        draft.headline = "Harbour opens";
    }

    @Test
    void proposesHowTheTextIsBuilt() {
        draft.body = REPRINT;
        assertThat(read().proposals())
                .extracting(ItemProposal::what, ItemProposal::part, ItemProposal::value)
                .contains(
                        tuple("kind", null, "reprint"),
                        tuple("part", 1, "reprint:1-1"),
                        tuple("attribution.publisher", 1, "Maré"));
    }

    @Test
    void whereTheSourceDoesNotTellTheLanguageTheTextDoesBeforeItsPhrasesAreRead() {
        draft.body =
                "<p>Der folgende Artikel erschien zuerst im Küstenboten.</p><p>Die neue Fähre fährt"
                        + " seit gestern wieder jede Stunde über den Hafen und zurück.</p>";
        assertThat(read().language()).isEqualTo("de");
        assertThat(read().proposals())
                .extracting(ItemProposal::what, ItemProposal::value)
                .contains(tuple("attribution.publisher", "Küstenboten"));
    }

    @Test
    void theSourcesLanguageStandsAndDecidesWhichPhrasesCount() {
        draft.body = REPRINT;
        draft.language = "de";
        assertThat(read().language()).isEqualTo("de");
        assertThat(read().proposals()).isEmpty();
    }

    @Test
    void dayAndMonthOfAFirstPublicationAreOfTheItemsYear() {
        draft.body = "<p>This article first appeared in Maré on 3 May.</p><p>It opened.</p>";
        draft.firstCreated = Instant.parse("2026-05-20T09:00:00Z");
        assertThat(read().proposals())
                .extracting(ItemProposal::what, ItemProposal::value)
                .contains(tuple("attribution.publishedOn", "2026-05-03"));
    }

    @Test
    void whatTheSourceItselfProposesStays() {
        draft.body = REPRINT;
        draft.cancel("canceled: sent in error");
        assertThat(read().proposals())
                .hasSizeGreaterThan(1)
                .first()
                .isEqualTo(new ItemProposal("cancel", null, null, "canceled: sent in error", 1.0));
    }

    @Test
    void anItemWhoseStructureCanNotBeReadStaysAsItIsAndSaysSo() {
        draft.body = REPRINT;
        var told = told();
        List<Function<Post, Structure>> faulty =
                List.of(
                        _ -> {
                            throw new IllegalStateException("a fault");
                        },
                        _ -> {
                            throw new StackOverflowError();
                        });
        for (var reader : faulty) {
            var content = TextReading.of(told, reader);
            assertThat(content.body()).isEqualTo(told.body());
            assertThat(content.proposals())
                    .containsExactly(new ItemProposal("structure", null, "unreadable", null, 0));
        }
    }

    private ItemContent read() {
        return TextReading.of(told());
    }

    private ItemContent told() {
        return ((ReadItem) draft.toEntry()).content();
    }
}
