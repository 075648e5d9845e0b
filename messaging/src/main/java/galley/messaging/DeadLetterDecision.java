package galley.messaging;

import java.util.UUID;

/** What came of a call to retry or to discard a letter. */
public sealed interface DeadLetterDecision {

    /** It was done. */
    record Done(DeadLetter letter) implements DeadLetterDecision {}

    /**
     * It was handled again and failed again; it goes on waiting.
     *
     * @param letter with the new reason
     */
    record FailedAgain(DeadLetter letter) implements DeadLetterDecision {}

    /** Somebody had decided before; nothing was done. */
    record AlreadyDecided(DeadLetter letter) implements DeadLetterDecision {}

    /**
     * Events of one key are handled in their order; nothing was done.
     *
     * @param older the oldest letter of the same key and group that waits
     */
    record BehindAnother(UUID older) implements DeadLetterDecision {}

    /** The service no longer consumes as this group; nothing was done. */
    record NoHandler(String group) implements DeadLetterDecision {}

    /** There is no letter of this id. */
    record Missing() implements DeadLetterDecision {}
}
