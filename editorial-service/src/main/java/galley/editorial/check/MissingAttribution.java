package galley.editorial.check;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import galley.events.Part;

/** A reprint says where it is from. */
@ApplicationScoped
class MissingAttribution implements Check {

    @Override
    public String name() {
        return "missing-attribution";
    }

    @Override
    public String looksFor() {
        return "Reprints that name no publisher.";
    }

    @Override
    public List<Defect> look(Proof proof) {
        return proof.reprints().stream()
                .filter(reprint -> !namesItsPublisher(reprint))
                .map(
                        reprint ->
                                new Defect(
                                        reprint.id(),
                                        "attribution.publisher",
                                        "It does not say who published it first.",
                                        null))
                .toList();
    }

    private static boolean namesItsPublisher(Part.Reprint reprint) {
        return reprint.attribution() != null && !Proof.isBlank(reprint.attribution().publisher());
    }
}
