package galley.editorial.check;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

/** Nothing goes out before the time that it was promised for. */
@ApplicationScoped
class Embargo implements Check {

    @Override
    public String name() {
        return "embargo";
    }

    @Override
    public String looksFor() {
        return "Articles that are still embargoed when they go out.";
    }

    @Override
    public Severity usualSeverity() {
        return Severity.BLOCK;
    }

    @Override
    public List<Defect> look(Proof proof) {
        Instant until = proof.article().embargoedUntil();
        return until != null && until.isAfter(proof.at())
                ? List.of(
                        new Defect(
                                null,
                                "embargoedUntil",
                                "An embargo is in force.",
                                until.toString()))
                : List.of();
    }
}
