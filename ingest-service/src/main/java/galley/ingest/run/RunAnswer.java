package galley.ingest.run;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import galley.ingest.intake.Counts;

/**
 * A run as clients see it.
 *
 * @param status {@code running}, {@code done} or {@code failed}
 * @param error why it failed, or null
 */
record RunAnswer(
        UUID id,
        String trigger,
        String status,
        Instant startedAt,
        Instant finishedAt,
        @JsonUnwrapped Counts counts,
        Failure error) {

    /** Why a run failed: a stable name, and a sentence. */
    record Failure(String type, String detail) {}

    static RunAnswer of(Run run) {
        return new RunAnswer(
                run.id,
                run.trigger.name().toLowerCase(Locale.ROOT),
                status(run),
                run.startedAt,
                run.finishedAt,
                run.counts(),
                run.failure == null ? null : new Failure(run.failure.type(), run.detail));
    }

    private static String status(Run run) {
        if (!run.isOver()) {
            return "running";
        }
        return run.failure == null ? "done" : "failed";
    }
}
