package galley.ingest.routing;

import java.util.List;
import java.util.UUID;

/** All that a rule says, checked. */
record RuleSettings(
        String name,
        UUID source,
        int place,
        boolean enabled,
        List<Condition> conditions,
        Hours hours,
        Actions actions) {}
