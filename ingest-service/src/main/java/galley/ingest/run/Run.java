package galley.ingest.run;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;

import galley.ingest.intake.Counts;

/** A fetch of a source, under way or over. */
@Entity
class Run {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    /** What started it. */
    enum Trigger {
        POLL,
        HAND
    }

    @Id UUID id;
    UUID sourceId;

    @Enumerated(EnumType.STRING)
    Trigger trigger;

    Instant startedAt;
    Instant leaseUntil;
    Instant finishedAt;
    int seen;
    int added;
    int updated;
    int unchanged;
    int quarantined;

    @Enumerated(EnumType.STRING)
    FetchFailure failure;

    String detail;

    protected Run() {}

    Run(UUID sourceId, Trigger trigger, Instant now, Duration lease) {
        this.id = IDS.generate();
        this.sourceId = sourceId;
        this.trigger = trigger;
        this.startedAt = now;
        this.leaseUntil = now.plus(lease);
    }

    boolean isOver() {
        return finishedAt != null;
    }

    boolean isDead(Instant now) {
        return !isOver() && leaseUntil.isBefore(now);
    }

    Counts counts() {
        return new Counts(seen, added, updated, unchanged, quarantined);
    }

    void finish(Counts counts, Instant now) {
        seen = counts.seen();
        added = counts.added();
        updated = counts.updated();
        unchanged = counts.unchanged();
        quarantined = counts.quarantined();
        finishedAt = now;
    }

    void fail(FetchFailure why, String sentence, Instant now) {
        failure = why;
        detail = sentence;
        finishedAt = now;
    }
}
