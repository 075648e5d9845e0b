package galley.editorial.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

/** What the source's record allowed is over, or the item has expired. */
@ApplicationScoped
class RightsExpired implements Check {

    @Override
    public String name() {
        return "rights-expired";
    }

    @Override
    public String looksFor() {
        return "Articles that have expired, or whose source no longer permits, when they go out.";
    }

    @Override
    public List<Defect> look(Proof proof) {
        SourceRecord source = proof.source();
        List<Defect> defects = new ArrayList<>();
        if (source.rights() != null && isOver(source.rights().until(), proof)) {
            defects.add(
                    new Defect(
                            null,
                            "What the source allowed has ended.",
                            source.rights().until().toString()));
        }
        if (isOver(source.expiresAt(), proof)) {
            defects.add(
                    new Defect(
                            null,
                            "The source wants this item not to be used any more: it has expired.",
                            source.expiresAt().toString()));
        }
        return List.copyOf(defects);
    }

    private static boolean isOver(Instant end, Proof proof) {
        return end != null && !end.isAfter(proof.at());
    }
}
