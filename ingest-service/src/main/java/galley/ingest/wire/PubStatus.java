package galley.ingest.wire;

import java.util.Arrays;

import galley.ingest.format.ItemDraft;

/** The publishing status of an item, in the words of any of the IPTC's formats. */
final class PubStatus {
    private PubStatus() {}

    /**
     * Sets the status of a draft whose embargo is known. An item without a status is usable, as the
     * standards say; so is one whose status is none of theirs.
     *
     * @param status a code, a concept's URI or a word; or null
     * @param note what the agency says to editors, or null
     */
    static void set(ItemDraft draft, String status, String note) {
        switch (IptcCode.of(status)) {
            case "canceled", "cancelled", "killed", "kill" ->
                    draft.cancel(
                            Sentences.of(Arrays.asList("status: " + IptcCode.of(status), note)));
            case "withheld" -> draft.pubStatus = "withheld";
            // Under an embargo it is usable later; when, somebody still has to say.
            case "embargoed" ->
                    draft.pubStatus = draft.embargoedUntil == null ? "withheld" : "usable";
            default -> draft.pubStatus = "usable";
        }
    }
}
