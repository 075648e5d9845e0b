package galley.messaging;

/** How urgently an event leaves the outbox. */
public enum Lane {
    /** Sent by a thread and a producer of its own, past whatever else waits. */
    KILL,
    /** What happens now. */
    LIVE,
    /** Imports, rebuilds and replays: sent in small batches, only while nothing live waits. */
    BULK
}
