package galley.editorial.check;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import galley.events.Permission;

/** The source's record wants to be asked first. */
@ApplicationScoped
class RightsUnclear implements Check {

    @Override
    public String name() {
        return "rights-unclear";
    }

    @Override
    public String looksFor() {
        return "Articles of sources that want to be asked before a text is reprinted.";
    }

    @Override
    public List<Defect> look(Proof proof) {
        var rights = proof.source().rights();
        return rights != null && rights.reprint() == Permission.ASK
                ? Defect.of("The source wants to be asked before this is reprinted.")
                : List.of();
    }
}
