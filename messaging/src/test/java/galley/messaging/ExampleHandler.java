package galley.messaging;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

/** A service's handler, which does what the present test says. */
@ApplicationScoped
class ExampleHandler implements EventHandler {
    private volatile Work work;

    @Override
    public Set<String> groups() {
        return Set.of("group", "other");
    }

    void does(Work what) {
        work = what;
    }

    @Override
    public void on(IncomingEvent event) throws UnreadableEventException {
        work.on(event);
    }

    interface Work {
        void on(IncomingEvent event) throws UnreadableEventException;
    }
}
