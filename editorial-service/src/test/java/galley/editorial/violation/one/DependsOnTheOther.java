package galley.editorial.violation.one;

import galley.editorial.violation.other.DependsOnTheOne;

/** One half of a cycle; proves that the rule against cycles sees it. */
public final class DependsOnTheOther {
    /** The other half. */
    Class<?> other() {
        return DependsOnTheOne.class;
    }
}
