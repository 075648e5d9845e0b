package galley.editorial.violation.other;

import galley.editorial.violation.one.DependsOnTheOther;

/** The other half of the cycle. */
public final class DependsOnTheOne {
    /** The first half. */
    Class<?> one() {
        return DependsOnTheOther.class;
    }
}
