package galley.ingest.routing;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rule as clients write it.
 *
 * @param source the source to whose items it applies; to all where none is given
 * @param order rules apply in this order, lower numbers first; 100 if not given
 * @param enabled true if not given
 * @param when what an item has to meet, all of it; every item where nothing is given
 * @param hours when it applies; always where none are given
 * @param then what it does
 */
public record NewRule(
        @Schema(required = true, examples = "Ports to the coast desk") String name,
        UUID source,
        Integer order,
        Boolean enabled,
        List<Condition> when,
        Hours hours,
        @Schema(required = true) Actions then) {}
