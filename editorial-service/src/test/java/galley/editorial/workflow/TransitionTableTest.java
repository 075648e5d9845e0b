package galley.editorial.workflow;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import galley.editorial.staff.Roles;
import galley.events.Publication;
import galley.events.Workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

class TransitionTableTest {
    /**
     * The workflow once more, as people draw it; a dash where the step is not possible. What is
     * restored goes back to where it was, which no table knows.
     */
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

    private static final List<String> EVERY_ROLE =
            List.of("writer", "editor", "publisher", "admin", "source", "subscriber", "stranger");

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

    private static String constant(String wireName) {
        return wireName.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Optional<Workflow> state(String cell) {
        return cell.equals("-") ? Optional.empty() : Optional.of(Workflow.valueOf(constant(cell)));
    }

    @TestFactory
    Stream<DynamicTest> everyStateStepAndRoleIsAsDrawn() {
        return Arrays.stream(Workflow.values())
                .flatMap(
                        state ->
                                Arrays.stream(Step.values())
                                        .flatMap(
                                                step ->
                                                        EVERY_ROLE.stream()
                                                                .map(r -> test(state, step, r))));
    }

    private static DynamicTest test(Workflow state, Step step, String role) {
        return dynamicTest(
                "%s, %s as %s".formatted(state, step.wireName(), role),
                () -> {
                    Standing standing =
                            new Standing(
                                    state,
                                    step == Step.REINSTATE
                                            ? Publication.WITHHELD
                                            : Publication.LIVE,
                                    1);
                    Optional<Workflow> drawn = NEXT.get(step).get(state);
                    assertThat(step.next(state)).isEqualTo(drawn);
                    assertThat(standing.allows(step)).isEqualTo(drawn.isPresent());
                    assertThat(step.isFor(Set.of(role)) && standing.allows(step))
                            .isEqualTo(drawn.isPresent() && ROLES.get(step).contains(role));
                });
    }

    @Test
    void onlyWhatWasReleasedCanBeKilled() {
        for (Workflow state : Workflow.values()) {
            assertThat(new Standing(state, Publication.UNPUBLISHED, 0).allows(Step.KILL)).isFalse();
            assertThat(new Standing(state, Publication.UNPUBLISHED, 1).allows(Step.KILL)).isTrue();
            assertThat(new Standing(state, Publication.WITHHELD, 1).allows(Step.KILL)).isTrue();
        }
    }

    @Test
    void onlyWhatWasReleasedIsAmendedWithheldOrReinstated() {
        for (Workflow state : Workflow.values()) {
            Standing unreleased = new Standing(state, Publication.UNPUBLISHED, 0);
            Standing withheld = new Standing(state, Publication.WITHHELD, 1);
            for (Step step : List.of(Step.CORRECT, Step.UPDATE, Step.WITHHOLD, Step.REINSTATE)) {
                assertThat(unreleased.allows(step)).as("%s in %s", step, state).isFalse();
            }
            assertThat(withheld.allows(Step.WITHHOLD)).isFalse();
            assertThat(withheld.allows(Step.REINSTATE)).isTrue();
        }
    }

    @Test
    void nothingLeadsOnFromAKilledArticle() {
        for (Workflow state : Workflow.values()) {
            assertThat(new Standing(state, Publication.KILLED, 2).allowed()).isEmpty();
        }
    }

    @Test
    void whatIsPossibleIsNamedForPeopleAndForThePerson() {
        Standing standing = new Standing(Workflow.IN_REVIEW, Publication.LIVE, 1);
        assertThat(standing.allowed())
                .containsExactly(
                        Step.EDIT,
                        Step.WITHDRAW,
                        Step.APPROVE,
                        Step.REQUEST_CHANGES,
                        Step.REJECT,
                        Step.EMERGENCY_RELEASE,
                        Step.WITHHOLD,
                        Step.KILL,
                        Step.SPIKE,
                        Step.ASSIGN);
        assertThat(standing.allowedWhere(step -> step.isFor(Set.of(Roles.WRITER))))
                .containsExactly(Step.EDIT, Step.WITHDRAW);
        assertThat(standing.allowedWhere(step -> step.isFor(Set.of(Roles.ADMIN)))).isEmpty();
    }

    @Test
    void theStepsThatPeopleOweAReasonForAreKnown() {
        assertThat(Step.values())
                .filteredOn(step -> step.note() == NoteRule.REQUIRED)
                .containsExactly(Step.REQUEST_CHANGES, Step.REJECT, Step.CORRECT, Step.KILL);
        assertThat(Step.values())
                .filteredOn(step -> step.note() == NoteRule.INTERNAL_REQUIRED)
                .containsExactly(Step.EMERGENCY_RELEASE);
    }

    @Test
    void onlyApprovalNeedsOtherEyes() {
        assertThat(Step.values()).filteredOn(Step::needsOtherEyes).containsExactly(Step.APPROVE);
    }
}
