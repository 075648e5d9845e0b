package galley.editorial.check;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import galley.events.Part;

/** The source gave only a teaser, and nobody has said since that the text is whole. */
@ApplicationScoped
class PartialText implements Check {

    @Override
    public String name() {
        return "partial-text";
    }

    @Override
    public String looksFor() {
        return "Texts of which the source gave only the beginning.";
    }

    @Override
    public List<Defect> look(Proof proof) {
        return proof.source().partial()
                ? proof.reprints().stream()
                        .filter(Part.Reprint::excerpt)
                        .map(
                                reprint ->
                                        new Defect(
                                                reprint.id(),
                                                "excerpt",
                                                "The source gave only a part of this text.",
                                                null))
                        .toList()
                : List.of();
    }
}
