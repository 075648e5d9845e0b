package galley.ingest.format;

import java.net.URI;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import galley.events.ItemProposal;

import static org.assertj.core.api.Assertions.assertThat;

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
    void aCancelNeedsNoTextAndProposesToTakeTheArticleBack() {
        var cancel = new ItemDraft(1);
        cancel.base = draft.base;
        cancel.guid = "urn:coast:1";
        cancel.cancel("canceled: sent in error");
        var content = ((ReadItem) cancel.toEntry()).content();
        assertThat(content.pubStatus()).isEqualTo("canceled");
        assertThat(content.headline()).isEmpty();
        assertThat(content.proposals())
                .containsExactly(
                        new ItemProposal("cancel", null, null, "canceled: sent in error", 1.0));
    }

    @Test
    void aCancelThatNamesNothingIsUnreadable() {
        var cancel = new ItemDraft(1);
        cancel.base = draft.base;
        cancel.cancel("canceled");
        assertThat(cancel.toEntry()).isInstanceOf(UnreadableEntry.class);
    }

    @Test
    void whatHasNeitherHeadlineNorTextIsUnreadable() {
        var empty = new ItemDraft(1);
        empty.base = draft.base;
        empty.guid = "urn:coast:1";
        assertThat(empty.toEntry()).isInstanceOf(UnreadableEntry.class);
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
