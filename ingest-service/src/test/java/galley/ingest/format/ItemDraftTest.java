package galley.ingest.format;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import galley.events.ItemProposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What a reader has found becomes an item, and the same item as long as it says the same. */
class ItemDraftTest {
    private static final String HASH =
            "d1f3c246284aa017f52d339b90787ba90b34746bc284afc67c164901aeed8f73";

    private final ItemDraft draft = draft();

    /** A new release must not take the items of all feeds for changed. */
    @Test
    void keepsTheHashUnderWhichItemsAreStored() {
        assertThat(draft.toEntry().contentHash()).isEqualTo(HASH);
    }

    @Test
    void saysSomethingElseWhenAnAgencysFieldsDo() {
        draft.pubStatus = "canceled";
        var canceled = draft.toEntry().contentHash();
        draft.embargoedUntil = Instant.EPOCH;
        assertThat(draft.toEntry().contentHash()).isNotEqualTo(canceled).isNotEqualTo(HASH);
    }

    @Test
    void namesTheAuthorsWhereTheSourceHasNoByline() {
        assertThat(((ReadItem) draft.toEntry()).content().byline()).isEqualTo("Ann");
        draft.byline = "By Ann, in Porto";
        assertThat(((ReadItem) draft.toEntry()).content().byline()).isEqualTo("By Ann, in Porto");
    }

    @Test
    void proposesHowTheTextIsBuilt() {
        draft.body = "<p>The following article was first published by Maré.</p><p>It opened.</p>";
        assertThat(proposals())
                .extracting(ItemProposal::what, ItemProposal::part, ItemProposal::value)
                .contains(
                        tuple("kind", null, "reprint"),
                        tuple("part", 1, "reprint:1-1"),
                        tuple("attribution.publisher", 1, "Maré"));
    }

    @Test
    void anItemForWhichSomethingElseIsProposedIsNotChanged() {
        draft.body = "<p>Dieser Artikel erschien zuerst im Küstenboten.</p><p>Er ist offen.</p>";
        draft.language = "de";
        var hash = draft.toEntry().contentHash();
        assertThat(proposals()).isNotEmpty();
        draft.language = "en";
        assertThat(proposals()).isEmpty();
        assertThat(draft.toEntry().contentHash()).isEqualTo(hash);
    }

    @Test
    void dayAndMonthOfAFirstPublicationAreOfTheItemsYear() {
        draft.body = "<p>This article first appeared in Maré on 3 May.</p><p>It opened.</p>";
        draft.firstCreated = Instant.parse("2026-05-20T09:00:00Z");
        assertThat(proposals())
                .extracting(ItemProposal::what, ItemProposal::value)
                .contains(tuple("attribution.publishedOn", "2026-05-03"));
    }

    private List<ItemProposal> proposals() {
        return ((ReadItem) draft.toEntry()).content().proposals();
    }

    private static ItemDraft draft() {
        var draft = new ItemDraft(1);
        draft.base = URI.create("https://coast.example/feed");
        draft.link = "/a";
        draft.headline = "Harbour opens";
        draft.body = "<p>It opened.</p>";
        draft.authors.add("Ann");
        draft.keywords.add("ports");
        return draft;
    }
}
