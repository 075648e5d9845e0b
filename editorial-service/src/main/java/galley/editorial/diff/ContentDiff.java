package galley.editorial.diff;

import java.util.List;

import galley.editorial.content.Content;

/**
 * What changed between two contents. Proposals are left out: nobody wrote them.
 *
 * @param fields of the article as a whole
 * @param parts in the order in which they stand now, those that are gone last
 */
public record ContentDiff(List<FieldChange> fields, List<PartChange> parts) {

    /**
     * Compares two contents of one article. It takes a second or so at most: where texts are too
     * long and too different, they are shown as deleted and inserted whole.
     */
    public static ContentDiff of(Content before, Content after) {
        return new Comparison(Effort.ofOneAnswer()).of(before, after);
    }
}
