package galley.editorial.workflow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import galley.editorial.Api;
import galley.editorial.Api.Answer;
import galley.editorial.Events;
import galley.editorial.OnServers;
import galley.editorial.intake.IngestedItem;
import galley.events.WireName;
import galley.events.Workflow;

import static org.assertj.core.api.Assertions.assertThat;

/** Every decision by every role on articles in every state, over HTTP. */
@OnServers
class WorkflowWalkTest {
    private static final List<String> ROLES =
            List.of("writer", "editor", "publisher", "admin", "source", "subscriber");

    /** What readers have of the article. */
    enum Readers {
        NOTHING,
        A_VERSION,
        A_WITHHELD_VERSION
    }

    /** Steps that are taken by a request of their own, and need what readers have. */
    private static final Set<Step> OF_RELEASED =
            Set.of(Step.CORRECT, Step.UPDATE, Step.WITHHOLD, Step.REINSTATE, Step.KILL);

    private final Api wim = Api.as("writer", "wim");

    @Inject Events events;

    static Stream<Arguments> standings() {
        return Stream.of(Readers.values())
                .flatMap(
                        readers ->
                                Stream.of(Workflow.values())
                                        .filter(state -> exists(state, readers))
                                        .map(state -> Arguments.of(state, readers)));
    }

    private static boolean exists(Workflow state, Readers readers) {
        return switch (state) {
            case RECEIVED -> readers == Readers.NOTHING;
            case RELEASED -> readers != Readers.NOTHING;
            default -> true;
        };
    }

    @ParameterizedTest
    @MethodSource("standings")
    void everyStepIsTakenOrRefusedAsDrawn(Workflow state, Readers readers) {
        String id = article(state, readers);
        String etag = etag(id);
        for (Step step : decisions()) {
            for (String role : ROLES) {
                Answer answer = decide(id, etag, step, role);
                if (!DrawnWorkflow.roles(step).contains(role)) {
                    answer.problem(403, "forbidden");
                } else if (next(step, state, readers).isEmpty()) {
                    JsonNode refused = answer.problem(409, "illegal-step");
                    assertThat(refused.path("allowed").valueStream().map(JsonNode::asText))
                            .as("%s of %s %s", step, state, readers)
                            .containsExactlyInAnyOrderElementsOf(allowed(state, readers));
                } else {
                    assertThat(answer.expect(200).json().path("workflow").asText())
                            .as("%s of %s %s as %s", step, state, readers, role)
                            .isEqualTo(WireName.of(next(step, state, readers).orElseThrow()));
                    id = article(state, readers);
                    etag = etag(id);
                }
            }
        }
    }

    private static List<Step> decisions() {
        return Stream.of(Step.values())
                .filter(step -> !DrawnWorkflow.roles(step).isEmpty())
                .filter(step -> step != Step.CREATE && step != Step.EDIT)
                .toList();
    }

    private static Optional<Workflow> next(Step step, Workflow state, Readers readers) {
        boolean possible =
                switch (step) {
                    case WITHHOLD -> readers == Readers.A_VERSION;
                    case REINSTATE -> readers == Readers.A_WITHHELD_VERSION;
                    default -> !OF_RELEASED.contains(step) || readers != Readers.NOTHING;
                };
        if (step == Step.RESTORE && state == Workflow.SPIKED) {
            return Optional.of(Workflow.DRAFT); // where it was put away
        }
        return possible ? DrawnWorkflow.next(step, state) : Optional.empty();
    }

    private static List<String> allowed(Workflow state, Readers readers) {
        return Stream.of(Step.values())
                .filter(step -> step != Step.CREATE && !DrawnWorkflow.roles(step).isEmpty())
                .filter(step -> next(step, state, readers).isPresent())
                .map(Step::wireName)
                .toList();
    }

    private String etag(String id) {
        return wim.get("/v1/articles/" + id).expect(200).header("ETag");
    }

    private static Answer decide(String id, String etag, Step step, String role) {
        String body =
                switch (step) {
                    case REQUEST_CHANGES, REJECT, CORRECT, KILL -> "{\"note\": \"It is so\"}";
                    case EMERGENCY_RELEASE -> "{\"internalNote\": \"It can't wait\"}";
                    case SCHEDULE -> "{\"at\": \"2100-01-01T00:00:00Z\"}";
                    case ASSIGN -> "{\"user\": \"eva\"}";
                    default -> "{}";
                };
        return Api.as(role, "walking-" + role)
                .post("/v1/articles/" + id + "/" + step.wireName(), body, "If-Match", etag);
    }

    private String article(Workflow state, Readers readers) {
        if (state == Workflow.RECEIVED) {
            IngestedItem item = IngestedItem.harbour();
            item.arrive(events);
            return item.article().toString();
        }
        String id = wim.create("A walk");
        if (readers != Readers.NOTHING) {
            take(id, List.of(Step.SUBMIT, Step.APPROVE, Step.RELEASE));
            if (readers == Readers.A_WITHHELD_VERSION) {
                take(id, List.of(Step.WITHHOLD));
            }
            if (state == Workflow.RELEASED) {
                return id;
            }
            take(id, List.of(Step.UPDATE));
            wim.patch(id, "{\"headline\": \"A longer walk\"}").expect(200);
        }
        take(id, stepsTo(state));
        return id;
    }

    private static List<Step> stepsTo(Workflow state) {
        return switch (state) {
            case IN_REVIEW -> List.of(Step.SUBMIT);
            case CHANGES_REQUESTED -> List.of(Step.SUBMIT, Step.REQUEST_CHANGES);
            case APPROVED -> List.of(Step.SUBMIT, Step.APPROVE);
            case SCHEDULED -> List.of(Step.SUBMIT, Step.APPROVE, Step.SCHEDULE);
            case REJECTED -> List.of(Step.SUBMIT, Step.REJECT);
            case SPIKED -> List.of(Step.SPIKE);
            default -> List.of();
        };
    }

    private void take(String id, List<Step> steps) {
        for (Step step : steps) {
            decide(id, etag(id), step, "publisher").expect(200);
        }
    }
}
