package galley.ingest.structure;

import java.time.LocalDate;
import java.util.List;

import galley.events.ItemProposal;

/** Short ways to read structures in tests. */
final class Structures {
    static final LocalDate PUBLISHED = LocalDate.of(2026, 6, 1);

    private Structures() {}

    static Structure of(String body) {
        return of(body, "en");
    }

    static Structure of(String body, String language) {
        return StructureReader.read(new Post("A headline", body, language, false, PUBLISHED));
    }

    static List<String> parts(Structure structure) {
        return structure.parts().stream().map(PartRange::toString).toList();
    }

    /** The values that are proposed for a field. */
    static List<String> values(Structure structure, String what) {
        return structure.proposals().stream()
                .filter(proposal -> proposal.what().equals(what))
                .map(ItemProposal::value)
                .toList();
    }

    /** The first block of some text. */
    static Block block(String html, String language) {
        return Block.of(html, Vocabulary.of(language)).getFirst();
    }

    static Sentence sentence(String text) {
        return block("<p>" + text + "</p>", "en").sentences().getFirst();
    }
}
