package galley.operations.violation;

import galley.events.Topics;

/** What the architecture forbids; proves that its rule sees it. */
public final class KnowsArticles {
    private KnowsArticles() {}

    static Class<?> topics() {
        return Topics.class;
    }
}
