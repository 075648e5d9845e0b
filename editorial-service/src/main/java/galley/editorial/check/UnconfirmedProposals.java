package galley.editorial.check;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import galley.events.Proposal;

/** Somebody has looked at all that was read from the text, and at the source's wishes. */
@ApplicationScoped
class UnconfirmedProposals implements Check {

    @Override
    public String name() {
        return "unconfirmed-proposals";
    }

    @Override
    public String looksFor() {
        return "Proposals that nobody has accepted or dismissed.";
    }

    @Override
    public List<Defect> look(Proof proof) {
        return proof.article().proposals().stream()
                .map(
                        proposal ->
                                new Defect(proposal.part(), message(proposal), proposal.evidence()))
                .toList();
    }

    private static String message(Proposal proposal) {
        if ("cancel".equals(proposal.what())) {
            return "The source takes the article back; nobody has decided on that.";
        }
        String value = proposal.value() == null ? "" : ": " + proposal.value();
        return "A proposal waits for %s%s.".formatted(proposal.what(), value);
    }
}
