package galley.editorial.comment;

import galley.editorial.content.Content;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/**
 * Words of an article as somebody points at them; see {@link Anchor} for what is counted.
 *
 * @param revision of the article in whose text they are counted; null for the present one
 */
record SentAnchor(String part, Integer start, Integer end, Long revision) {

    /**
     * Which revision of an article the words were read in.
     *
     * @param present the revision that the article has now
     * @throws Problem 422 when it has none like that
     */
    long revisionRead(long present) {
        if (revision == null) {
            return present;
        }
        if (revision < 1 || revision > present) {
            throw wrong("revision", "The article has no such revision.");
        }
        return revision;
    }

    /**
     * The words that stand there.
     *
     * @param content of the revision that they were read in
     * @throws Problem 422
     */
    Anchor in(Content content) {
        String text =
                PartTexts.body(content, part)
                        .map(PartTexts::text)
                        .orElseThrow(() -> wrong("part", "No part with a body has this id."));
        if (start == null || start < 0 || start >= text.length()) {
            throw wrong("start", "It is a position in the text of the part.");
        }
        if (end == null || end <= start || end > text.length()) {
            throw wrong("end", "It is a position behind the start, in the text of the part.");
        }
        if (end - start > Anchor.MAX_LENGTH) {
            throw wrong(
                    "end",
                    "A comment is about at most %,d characters.".formatted(Anchor.MAX_LENGTH));
        }
        if (splitsCharacter(text, start) || splitsCharacter(text, end)) {
            throw wrong("", "A position is in the middle of a character.");
        }
        if (text.substring(start, end).isBlank()) {
            throw wrong("", "A comment is about more than white space.");
        }
        return Anchor.of(part, text, start, end);
    }

    private static boolean splitsCharacter(String text, int position) {
        return position < text.length() && Character.isLowSurrogate(text.charAt(position));
    }

    private static Problem wrong(String field, String message) {
        return Problems.unprocessable(field.isEmpty() ? "anchor" : "anchor." + field, message);
    }
}
