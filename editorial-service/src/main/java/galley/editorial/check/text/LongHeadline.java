package galley.editorial.check.text;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import galley.editorial.check.Check;
import galley.editorial.check.Defect;
import galley.editorial.check.Proof;

/** A headline can be read at a glance. The parts' own headlines are others' words. */
@ApplicationScoped
class LongHeadline implements Check {
    /**
     * What search engines asked of an article's headline for years, and about where lists of
     * results, cards and feed readers cut one off.
     */
    private static final int LONGEST = 110;

    @Override
    public String name() {
        return "long-headline";
    }

    @Override
    public String looksFor() {
        return "Headlines of more than %d characters.".formatted(LONGEST);
    }

    @Override
    public List<Defect> look(Proof proof) {
        String headline = proof.article().headline();
        int length = headline == null ? 0 : headline.codePointCount(0, headline.length());
        return length > LONGEST
                ? List.of(
                        new Defect(
                                null,
                                "headline",
                                "The headline has %d characters; after %d lists cut it off."
                                        .formatted(length, LONGEST),
                                headline))
                : List.of();
    }
}
