package galley.editorial.check.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import galley.editorial.check.Check;
import galley.editorial.check.Defect;
import galley.editorial.check.Proof;
import galley.kit.html.SafeHtml;

/** A text does not end with what a feed puts where it cuts one off. */
@ApplicationScoped
class LeftoverTeaser implements Check {

    @Override
    public String name() {
        return "leftover-teaser";
    }

    @Override
    public String looksFor() {
        return "Texts that end with “Continue reading”, “[…]” or the like, in many languages.";
    }

    @Override
    public List<Defect> look(Proof proof) {
        String standfirst = proof.article().standfirst();
        return Stream.concat(
                        look(null, "standfirst", standfirst == null ? "" : standfirst).stream(),
                        proof.texts().stream()
                                .map(
                                        text ->
                                                look(
                                                        text.part(),
                                                        "body",
                                                        SafeHtml.toText(text.body())))
                                .flatMap(Optional::stream))
                .toList();
    }

    private static Optional<Defect> look(String part, String field, String plain) {
        String last = plain.substring(plain.lastIndexOf('\n') + 1);
        return TeaserPhrases.endOf(last)
                .map(
                        end ->
                                new Defect(
                                        part,
                                        field,
                                        "It ends like a teaser; the rest may be missing.",
                                        end));
    }
}
