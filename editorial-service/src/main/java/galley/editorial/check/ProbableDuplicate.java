package galley.editorial.check;

import java.util.List;
import java.util.stream.Stream;

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
        return "Articles whose text came in with another article too, before or since.";
    }

    @Override
    public List<Defect> look(Proof proof) {
        SourceRecord source = proof.source();
        return Stream.concat(Stream.ofNullable(source.duplicateOf()), source.duplicates().stream())
                .map(
                        other ->
                                new Defect(
                                        null,
                                        "Another article seems to say the same.",
                                        other.toString()))
                .toList();
    }
}
