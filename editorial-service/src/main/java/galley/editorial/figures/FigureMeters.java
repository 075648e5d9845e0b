package galley.editorial.figures;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import galley.editorial.article.StepTaken;
import galley.editorial.workflow.Step;
import galley.events.WireName;
import galley.events.Workflow;

/**
 * Counts how the desk does as metrics. What {@link FiguresReader} reads of some days from the
 * history is here what this process saw since it started.
 */
@ApplicationScoped
class FigureMeters {
    /** From what a machine takes to what waits for weeks: the desk's work is timed in hours. */
    private static final Duration[] STAYS = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1),
        Duration.ofHours(4),
        Duration.ofHours(12),
        Duration.ofDays(1),
        Duration.ofDays(3),
        Duration.ofDays(7),
        Duration.ofDays(30)
    };

    private final MeterRegistry meters;
    private final FewValues desks = new FewValues(200);

    FigureMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) StepTaken taken) {
        Counter.builder("galley.decisions")
                .description("Steps that articles took, saves among them, by the article's desk")
                .tag("step", taken.step().wireName())
                .tag("desk", desks.of(taken.desk()))
                .register(meters)
                .increment();
        if (taken.left() != null) {
            stays(taken.left()).record(taken.stay());
        }
        if (taken.step() == Step.REJECT) {
            Counter.builder("galley.rejections")
                    .description("Articles that were rejected, by the reason that was chosen")
                    .tag("reason", taken.rejection())
                    .register(meters)
                    .increment();
        }
    }

    private Timer stays(Workflow state) {
        return Timer.builder("galley.workflow.state")
                .description("How long articles stayed in a state, of the stays that have ended")
                .tag("state", WireName.of(state))
                .serviceLevelObjectives(STAYS)
                .register(meters);
    }
}
