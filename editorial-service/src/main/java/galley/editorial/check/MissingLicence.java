package galley.editorial.check;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import galley.events.Rights;

/** What was published elsewhere goes out under known terms. */
@ApplicationScoped
class MissingLicence implements Check {

    @Override
    public String name() {
        return "missing-licence";
    }

    @Override
    public String looksFor() {
        return "Reprints for which neither they nor the article nor the source's record name"
                + " usage terms.";
    }

    @Override
    public List<Defect> look(Proof proof) {
        boolean forAll =
                hasTerms(proof.article().rights())
                        || (proof.source().rights() != null
                                && !Proof.isBlank(proof.source().rights().usageTerms()));
        return forAll
                ? List.of()
                : proof.reprints().stream()
                        .filter(reprint -> !hasTerms(reprint.rights()))
                        .map(
                                reprint ->
                                        new Defect(
                                                reprint.id(),
                                                "rights.usageTerms",
                                                "No usage terms are known for it.",
                                                null))
                        .toList();
    }

    private static boolean hasTerms(Rights rights) {
        return Stream.ofNullable(rights).anyMatch(known -> !Proof.isBlank(known.usageTerms()));
    }
}
