package galley.editorial.check;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

/** What the source's record allowed is over. */
@ApplicationScoped
class RightsExpired implements Check {

    @Override
    public String name() {
        return "rights-expired";
    }

    @Override
    public String looksFor() {
        return "Articles of sources whose permission has ended when the article goes out.";
    }

    @Override
    public List<Defect> look(Proof proof) {
        var rights = proof.source().rights();
        return rights != null && rights.until() != null && !rights.until().isAfter(proof.at())
                ? List.of(
                        new Defect(
                                null,
                                "What the source allowed has ended.",
                                rights.until().toString()))
                : List.of();
    }
}
