package galley.ingest.routing;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.transaction.TransactionScoped;

/** Reads a source's rules once in a transaction, however many items it takes in. */
@TransactionScoped
class RulesInForce implements Serializable {
    private static final long serialVersionUID = 1L;

    private final transient Rules rules;
    private final transient Map<UUID, List<Rule>> bySource = new HashMap<>();

    RulesInForce(Rules rules) {
        this.rules = rules;
    }

    List<Rule> of(UUID source) {
        return bySource.computeIfAbsent(source, rules::inForce);
    }
}
