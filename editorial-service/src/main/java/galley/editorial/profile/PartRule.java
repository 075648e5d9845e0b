package galley.editorial.profile;

import java.util.List;

/**
 * What a profile says of the parts of a type.
 *
 * @param atLeast how many there are at least; 0 for those that an article may have
 * @param fields what each of them has
 */
public record PartRule(int atLeast, List<PartField> fields) {

    /** An absent list is an empty one. */
    public PartRule {
        fields = fields == null ? List.of() : List.copyOf(fields);
    }
}
