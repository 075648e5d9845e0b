package galley.ingest.bulk;

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

/** A file of many articles, and how far it has come in. */
@Entity
class BulkImport {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    /** What the file is written in. */
    enum Format {
        /** An article in each line. */
        NDJSON,
        /** WordPress's export. */
        WXR
    }

    /** What becomes of it. */
    enum State {
        /** Its parts are being sent. */
        UPLOADING,
        /** It comes in, or waits for those that were started before. */
        RUNNING,
        /** All of it was read. */
        DONE,
        /** Somebody has ended it; what came in before stays. */
        CANCELED,
        /** It can't go on. */
        FAILED
    }

    @Id UUID id;
    UUID sourceId;
    String name;

    @Enumerated(EnumType.STRING)
    Format format;

    @Enumerated(EnumType.STRING)
    State state;

    long size;
    String head;
    long scanned;
    long position;
    long entries;
    long seen;
    long added;
    long updated;
    long unchanged;
    long failed;
    String firstFailure;
    String problem;
    Instant nextBatchAt;
    Instant createdAt;
    Instant startedAt;
    Instant finishedAt;

    protected BulkImport() {}

    BulkImport(UUID sourceId, String name, Format format, Instant now) {
        this.id = IDS.generate();
        this.sourceId = sourceId;
        this.name = name;
        this.format = format;
        this.state = State.UPLOADING;
        this.createdAt = now;
    }

    boolean isOver() {
        return state != State.UPLOADING && state != State.RUNNING;
    }

    /** Starts it, with a file of so many bytes. */
    void start(long bytes, Instant now) {
        size = bytes;
        state = State.RUNNING;
        startedAt = now;
        nextBatchAt = now;
    }

    /** How long the next batch is to be waited for; zero when it is due. */
    Duration pause(Instant now) {
        return nextBatchAt.isAfter(now) ? Duration.between(now, nextBatchAt) : Duration.ZERO;
    }

    /** An entry was dealt with. */
    void took(FileEntry entry, Counts counts) {
        position = entry.end();
        entries = entry.number();
        seen += counts.seen();
        added += counts.added();
        updated += counts.updated();
        unchanged += counts.unchanged();
        failed += counts.quarantined();
    }

    /** Remembers what could not be taken in, if it is the first such thing. */
    void failedIn(String sentence) {
        if (firstFailure == null) {
            firstFailure = sentence;
        }
    }

    void fail(String why, Instant now) {
        problem = why;
        finish(State.FAILED, now);
    }

    void finish(State end, Instant now) {
        state = end;
        finishedAt = now;
    }
}
