package galley.publish.edition;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import galley.events.LifecycleEvent;
import galley.messaging.IncomingEvent;
import galley.messaging.UnreadableEventException;

/**
 * Applies events of the past as the {@link Press} did when they came, and tells nobody. Embargoes
 * are judged as of the time of each decision, so that an article counts as shown only if readers
 * could have seen it before the next decision.
 */
@ApplicationScoped
public class Replay {
    private final LifecycleEvents events;
    private final Press press;
    private final GuardedWrites edition;
    private final Clock clock;

    Replay(LifecycleEvents events, Press press, GuardedWrites edition, Clock clock) {
        this.events = events;
        this.press = press;
        this.edition = edition;
        this.clock = clock;
    }

    /**
     * Applies an event in the caller's transaction.
     *
     * @throws UnreadableEventException as the press would
     */
    public void on(IncomingEvent event) throws UnreadableEventException {
        var decided = events.read(event);
        if (decided.isPresent()) {
            var then = timeOf(decided.get());
            edition.showIfDue(decided.get().article().id(), then);
            press.apply(decided.get(), then, Silence.KEPT);
        }
    }

    /** A decision of the future, by a clock that is wrong, ends no embargo before its time. */
    private Instant timeOf(LifecycleEvent event) {
        var now = clock.instant();
        var decided = event.decision().at();
        return decided == null || decided.isAfter(now) ? now : decided;
    }
}
