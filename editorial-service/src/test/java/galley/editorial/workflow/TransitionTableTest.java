package galley.editorial.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private static final List<String> EVERY_ROLE =
            List.of("writer", "editor", "publisher", "admin", "source", "subscriber", "stranger");

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
                    Optional<Workflow> drawn = DrawnWorkflow.next(step, state);
                    assertThat(step.next(state)).isEqualTo(drawn);
                    assertThat(standing.allows(step)).isEqualTo(drawn.isPresent());
                    assertThat(step.isFor(Set.of(role)) && standing.allows(step))
                            .isEqualTo(
                                    drawn.isPresent() && DrawnWorkflow.roles(step).contains(role));
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
