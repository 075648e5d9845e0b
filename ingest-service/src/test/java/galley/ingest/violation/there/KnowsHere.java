package galley.ingest.violation.there;

import galley.editorial.AnotherService;
import galley.ingest.violation.here.KnowsThere;

/** The other half of the cycle, which also knows another service. */
public final class KnowsHere {
    Class<?> here() {
        return KnowsThere.class;
    }

    Class<?> anotherService() {
        return AnotherService.class;
    }
}
