package galley.editorial.check;

import java.util.List;

import galley.editorial.content.WholeCharacters;

/**
 * Something that a check found.
 *
 * @param part the id of the part that it is in, or null for the whole article
 * @param field the field in which it is or that is missing, of the part where there is one and else
 *     of the article, such as {@code attribution.publisher}; null where it is in no single one
 * @param message what is wrong, in a sentence for the staff
 * @param evidence the words or the address that it was told from, or null
 */
public record Defect(String part, String field, String message, String evidence) {
    /** Enough to find the place again. */
    private static final int LONGEST_EVIDENCE = 200;

    /** Cuts off evidence that goes on and on. */
    public Defect {
        if (evidence != null && evidence.length() > LONGEST_EVIDENCE) {
            evidence = WholeCharacters.start(evidence, LONGEST_EVIDENCE - 1) + "…";
        }
    }

    /** A defect that is in no single field. */
    public Defect(String part, String message, String evidence) {
        this(part, null, message, evidence);
    }

    /** A defect of the whole article that needs no evidence. */
    public static List<Defect> of(String message) {
        return List.of(new Defect(null, message, null));
    }
}
