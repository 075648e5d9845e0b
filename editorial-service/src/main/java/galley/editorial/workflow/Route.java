package galley.editorial.workflow;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import galley.events.Workflow;

/**
 * Where a step leads, for each state it may start from.
 *
 * @param start the state of an article that begins with this step, if one does
 * @param moves the next state by the present one
 */
record Route(Optional<Workflow> start, Map<Workflow, Workflow> moves) {

    Route {
        moves = Map.copyOf(moves);
    }

    /** The article begins here. */
    static Route begins(Workflow state) {
        return new Route(Optional.of(state), Map.of());
    }

    /** The step leaves these states as they are. */
    static Route stays(Workflow... states) {
        Map<Workflow, Workflow> moves = new EnumMap<>(Workflow.class);
        List.of(states).forEach(state -> moves.put(state, state));
        return new Route(Optional.empty(), moves);
    }

    /** The step concerns what readers have, so that the working revision may be in any state. */
    static Route anywhere() {
        return stays(Workflow.values());
    }

    /** The step leads back to where the article was before, which only the article remembers. */
    static Route back(Workflow from) {
        return stays(from);
    }

    /** Starts a route; {@link Goes#to} ends it. */
    static Goes goes(Workflow... states) {
        return new Goes(List.of(states));
    }

    /** This route, or the other one. */
    Route or(Route other) {
        Map<Workflow, Workflow> both = new EnumMap<>(Workflow.class);
        Stream.of(this, other).forEach(route -> both.putAll(route.moves));
        return new Route(start, both);
    }

    /** The states that a route starts from. */
    record Goes(List<Workflow> states) {
        Goes {
            states = List.copyOf(states);
        }

        /** All of them lead to this state. */
        Route to(Workflow next) {
            Map<Workflow, Workflow> moves = new EnumMap<>(Workflow.class);
            states.forEach(state -> moves.put(state, next));
            return new Route(Optional.empty(), moves);
        }
    }
}
