package galley.editorial.check.text;

import java.util.List;
import java.util.Optional;

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
        return proof.texts().stream().flatMap(text -> look(text).stream()).toList();
    }

    private static Optional<Defect> look(Proof.Text text) {
        String plain = SafeHtml.toText(text.body());
        String last = plain.substring(plain.lastIndexOf('\n') + 1);
        return TeaserPhrases.endOf(last)
                .map(
                        end ->
                                new Defect(
                                        text.part(),
                                        "body",
                                        "It ends like a teaser; the rest may be missing.",
                                        end));
    }
}
