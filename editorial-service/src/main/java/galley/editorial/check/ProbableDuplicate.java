package galley.editorial.check;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

/** Another article says the same. */
@ApplicationScoped
class ProbableDuplicate implements Check {

    @Override
    public String name() {
        return "probable-duplicate";
    }

    @Override
    public String looksFor() {
        return "Articles whose text came in before with another article.";
    }

    @Override
    public List<Defect> look(Proof proof) {
        UUID other = proof.source().duplicateOf();
        return other == null
                ? List.of()
                : List.of(
                        new Defect(
                                null, "Another article seems to say the same.", other.toString()));
    }
}
