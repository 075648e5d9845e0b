package galley.editorial.workflow;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import galley.events.Workflow;

/**
 * The workflow once more, as people draw it; a dash where the step is not possible. What is
 * restored goes back to where it was, which no table knows.
 */
final class DrawnWorkflow {
    private static final String DRAWN =
            """
            step              | received  | draft     | in-review         | changes-requested | approved  | scheduled | released | rejected | spiked | roles
            receive           | -         | -         | -                 | -                 | -         | -         | -        | -        | -      | -
            source-update     | received  | -         | -                 | -                 | -         | -         | -        | -        | -      | -
            create            | -         | -         | -                 | -                 | -         | -         | -        | -        | -      | writer editor publisher
            edit              | received  | draft     | in-review         | changes-requested | in-review | in-review | -        | -        | -      | writer editor publisher
            submit            | in-review | in-review | -                 | in-review         | -         | -         | -        | -        | -      | writer editor publisher
            withdraw          | -         | -         | draft             | -                 | -         | -         | -        | -        | -      | writer editor publisher
            approve           | -         | -         | approved          | -                 | -         | -         | -        | -        | -      | editor publisher
            request-changes   | -         | -         | changes-requested | -                 | -         | -         | -        | -        | -      | editor publisher
            reject            | -         | -         | rejected          | -                 | -         | -         | -        | -        | -      | editor publisher
            schedule          | -         | -         | -                 | -                 | scheduled | scheduled | -        | -        | -      | publisher
            unschedule        | -         | -         | -                 | -                 | -         | approved  | -        | -        | -      | publisher
            release           | -         | -         | -                 | -                 | released  | released  | -        | -        | -      | publisher
            emergency-release | released  | released  | released          | released          | -         | -         | -        | -        | -      | publisher
            correct           | -         | -         | -                 | -                 | -         | -         | draft    | -        | draft  | publisher
            update            | -         | -         | -                 | -                 | -         | -         | draft    | -        | draft  | publisher
            withhold          | received  | draft     | in-review         | changes-requested | approved  | scheduled | released | rejected | spiked | publisher
            reinstate         | received  | draft     | in-review         | changes-requested | approved  | scheduled | released | rejected | spiked | publisher
            kill              | received  | draft     | in-review         | changes-requested | approved  | scheduled | released | rejected | spiked | publisher
            spike             | spiked    | spiked    | spiked            | spiked            | spiked    | spiked    | -        | spiked   | -      | editor publisher
            restore           | -         | -         | -                 | -                 | -         | -         | -        | -        | spiked | editor publisher
            assign            | received  | draft     | in-review         | changes-requested | approved  | scheduled | released | rejected | spiked | editor publisher
            """;

    private static final Map<Step, Map<Workflow, Optional<Workflow>>> NEXT =
            new EnumMap<>(Step.class);
    private static final Map<Step, Set<String>> ROLES = new EnumMap<>(Step.class);

    static {
        for (String line : DRAWN.lines().skip(1).toList()) {
            List<String> cells = Stream.of(line.split("\\|")).map(String::strip).toList();
            Step step = Step.valueOf(constant(cells.getFirst()));
            Map<Workflow, Optional<Workflow>> row = new HashMap<>();
            Workflow[] states = Workflow.values();
            IntStream.range(0, states.length)
                    .forEach(i -> row.put(states[i], state(cells.get(i + 1))));
            NEXT.put(step, row);
            ROLES.put(
                    step,
                    cells.getLast().equals("-") ? Set.of() : Set.of(cells.getLast().split(" ")));
        }
    }

    private DrawnWorkflow() {}

    /** Where a step leads an article that readers have; empty where it is not possible. */
    static Optional<Workflow> next(Step step, Workflow state) {
        return NEXT.get(step).get(state);
    }

    /** Who may take it. */
    static Set<String> roles(Step step) {
        return ROLES.get(step);
    }

    private static String constant(String wireName) {
        return wireName.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Optional<Workflow> state(String cell) {
        return cell.equals("-") ? Optional.empty() : Optional.of(Workflow.valueOf(constant(cell)));
    }
}
