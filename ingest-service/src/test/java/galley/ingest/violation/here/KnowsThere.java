package galley.ingest.violation.here;

import galley.ingest.violation.there.KnowsHere;

/** What the architecture forbids, one half of a cycle; proves that its rule sees it. */
public final class KnowsThere {
    Class<?> there() {
        return KnowsHere.class;
    }
}
