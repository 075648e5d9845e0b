package galley.editorial.intake;

import java.util.List;

import galley.editorial.diff.ContentDiff;
import galley.editorial.diff.FieldChange;
import galley.editorial.diff.PartChange;

/**
 * What would change in an article if a source's revision were taken.
 *
 * @param fields of the article as a whole
 * @param parts in the order in which they would stand, those that would go last
 * @param conflicts what the source changed and would not come in, as the staff changed it too
 */
public record SourceDiff(
        List<FieldChange> fields, List<PartChange> parts, List<SourceConflict> conflicts) {

    static SourceDiff of(ContentDiff changes, List<SourceConflict> conflicts) {
        return new SourceDiff(changes.fields(), changes.parts(), conflicts);
    }
}
