package galley.kit.violation;

import galley.events.Topics;

/** What the architecture forbids; proves that its rule sees it. */
public final class KnowsAnotherModule {
    /** A use of another module's class. */
    Class<?> other() {
        return Topics.class;
    }
}
