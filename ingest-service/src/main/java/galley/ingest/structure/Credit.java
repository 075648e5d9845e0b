package galley.ingest.structure;

import java.util.List;
import java.util.stream.Stream;

/**
 * A block, or several, that say where a text comes from.
 *
 * @param block number of the block, of several the last
 * @param direction where the text is
 * @param many whether there are several texts
 * @param isFirm whether it can be of no other text
 * @param launches whether the text can follow at once, for nothing else is said after this
 * @param standsAlone whether nothing else is said before it either
 */
record Credit(
        int block,
        Direction direction,
        boolean many,
        TextKind text,
        boolean isFirm,
        boolean launches,
        boolean standsAlone,
        String evidence,
        List<Claim> claims) {

    /** Where the text is of which a sentence speaks. */
    enum Direction {
        /** It follows: "the following article". */
        BELOW,
        /** It is all around: "this article". */
        THIS,
        /** It has gone before: "the above article". */
        ABOVE
    }

    /** What it claims of a field. */
    List<Claim> claims(String field) {
        return claims.stream().filter(claim -> claim.isOf(field)).toList();
    }

    boolean claimsAnyOf(String... fields) {
        return Stream.of(fields).anyMatch(field -> !claims(field).isEmpty());
    }

    /** This and what is said next of the same text. */
    Credit with(Credit next) {
        boolean isLead = direction == Direction.BELOW;
        return new Credit(
                next.block,
                isLead ? direction : next.direction,
                many || next.many,
                text == TextKind.ARTICLE ? next.text : text,
                isFirm || next.isFirm,
                next.launches,
                standsAlone && next.standsAlone,
                isLead ? evidence : next.evidence,
                Stream.concat(claims.stream(), next.claims.stream()).toList());
    }

    /** Whether it is said that the text was published before. */
    boolean hasSource() {
        return claimsAnyOf(Claim.PUBLISHER, Claim.TRANSLATION_PUBLISHER, Claim.TRANSLATOR);
    }

    /** This, followed by something else. */
    Credit goingOn() {
        return new Credit(block, direction, many, text, isFirm, false, false, evidence, claims);
    }

    /** This, after something else. */
    Credit notAlone() {
        return new Credit(block, direction, many, text, isFirm, launches, false, evidence, claims);
    }
}
