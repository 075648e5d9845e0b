package galley.messaging;

import java.util.Set;

/**
 * What a service does with the events it receives. A bean: the inbox finds it by the group, both
 * when events arrive and when one that failed is retried.
 */
public interface EventHandler {

    /** The consumer groups whose events it applies; no two handlers of a service share one. */
    Set<String> groups();

    /**
     * Applies one event inside the transaction that also remembers it; may be called again with the
     * same event when that transaction fails.
     *
     * @param event the event, not applied before by this consumer group; older than what the group
     *     has applied since, when it failed first and is retried
     * @throws UnreadableEventException when the event can't be understood: it goes to the dead
     *     letters at once, without another try
     */
    void on(IncomingEvent event) throws UnreadableEventException;
}
