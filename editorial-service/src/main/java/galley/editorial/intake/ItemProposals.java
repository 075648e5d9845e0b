package galley.editorial.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import galley.events.ArticleIngested;
import galley.events.ItemContent;
import galley.events.ItemProposal;
import galley.events.Proposal;

/** What an item proposes: readings of its text, and a source's wish to take it back. */
final class ItemProposals {
    private static final String CANCEL = "cancel";
    private static final String CANCELED = "canceled";

    private ItemProposals() {}

    static List<Proposal> of(ItemContent item, String mainPart) {
        List<Proposal> proposals = new ArrayList<>();
        for (ItemProposal read :
                item.proposals() == null ? List.<ItemProposal>of() : item.proposals()) {
            proposals.add(
                    new Proposal(
                            nextId(proposals),
                            read.what(),
                            part(read.part(), mainPart),
                            ItemReading.text(read.value()),
                            ItemReading.text(read.evidence()),
                            read.confidence()));
        }
        // A pushed item has the status alone; other readers propose the cancel with its evidence.
        boolean proposed = proposals.stream().anyMatch(proposal -> CANCEL.equals(proposal.what()));
        if (CANCELED.equals(item.pubStatus()) && !proposed) {
            proposals.add(
                    new Proposal(
                            nextId(proposals),
                            CANCEL,
                            null,
                            null,
                            ItemReading.text(item.editorialNote()),
                            1));
        }
        return proposals;
    }

    /** That the source takes back what it sent of an article before, if it does. */
    static Optional<Proposal> cancel(ArticleIngested item) {
        return of(item.content(), null).stream()
                .filter(proposal -> CANCEL.equals(proposal.what()))
                .findFirst()
                .map(
                        found ->
                                new Proposal(
                                        "cancel-" + item.itemRevision(),
                                        CANCEL,
                                        null,
                                        found.value(),
                                        found.evidence(),
                                        found.confidence()));
    }

    private static String nextId(List<Proposal> proposals) {
        return "proposal-" + (proposals.size() + 1);
    }

    /** Ingest counts the parts that it would make; the first is all there is yet. */
    private static String part(Integer number, String mainPart) {
        if (number == null) {
            return null;
        }
        return number == 0 ? mainPart : "p" + (number + 1);
    }
}
