package galley.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;

/** The service's handlers, by consumer group. */
@ApplicationScoped
class EventHandlers {
    private final Map<String, EventHandler> byGroup = new TreeMap<>();

    EventHandlers(@All List<EventHandler> handlers) {
        for (EventHandler handler : handlers) {
            for (String group : handler.groups()) {
                if (byGroup.put(group, handler) != null) {
                    throw new IllegalStateException("Two handlers are for the group " + group);
                }
            }
        }
    }

    Set<String> groups() {
        return Set.copyOf(byGroup.keySet());
    }

    /** The handler of a group; empty for one that this service does not or no longer consume as. */
    Optional<EventHandler> of(String group) {
        return Optional.ofNullable(byGroup.get(group));
    }
}
