package galley.editorial.check;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import galley.events.Permission;

/** The source's record forbids to reprint its texts. */
@ApplicationScoped
class RightsRefused implements Check {

    @Override
    public String name() {
        return "rights-refused";
    }

    @Override
    public String looksFor() {
        return "Articles of sources whose texts may not be reprinted.";
    }

    @Override
    public Severity usualSeverity() {
        return Severity.BLOCK;
    }

    @Override
    public List<Defect> look(Proof proof) {
        var rights = proof.source().rights();
        return rights != null && rights.reprint() == Permission.REFUSED
                ? Defect.of("The source does not allow that its texts are reprinted.")
                : List.of();
    }
}
