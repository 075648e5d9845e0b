package galley.messaging;

/** What a service does with an event it receives. */
@FunctionalInterface
public interface EventHandler {

    /**
     * Applies one event inside the transaction that also remembers it; may be called again with the
     * same event when that transaction fails.
     *
     * @param event the event, not seen before by this consumer group
     * @throws UnreadableEventException when the event can't be understood: it goes to the dead
     *     letters at once, without another try
     */
    void on(IncomingEvent event) throws UnreadableEventException;
}
