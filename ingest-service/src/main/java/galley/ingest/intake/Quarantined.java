package galley.ingest.intake;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;

import galley.ingest.source.Source;

/** What could not be taken in: an entry, or a whole document. */
@Entity
class Quarantined {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    @Id UUID id;
    UUID sourceId;
    String identity;
    String sha256;
    String address;
    String format;
    Integer position;
    String reason;
    String contentHash;
    Instant firstSeen;
    Instant lastSeen;
    int tries;

    @Enumerated(EnumType.STRING)
    State state;

    Instant resolvedAt;
    String decidedBy;
    String note;

    /** What became of it. */
    enum State {
        /** Neither came it in, nor has anybody decided. */
        WAITING,
        /** It came in, by a retry or with a later document. */
        RESOLVED,
        /** It will not be taken in; the same again is passed over. */
        DISCARDED
    }

    protected Quarantined() {}

    Quarantined(UUID sourceId, String identity, Instant now) {
        this.id = IDS.generate();
        this.sourceId = sourceId;
        this.identity = identity;
        this.firstSeen = now;
        this.state = State.WAITING;
    }

    /** Whether it is what waits already, so that its document need not be kept again. */
    boolean isSame(String hash, String why) {
        return hash.equals(contentHash) && why.equals(reason);
    }

    void came(String document, URI from, String as, Integer entry, String hash, String why) {
        sha256 = document;
        address = from.toString();
        format = as;
        position = entry;
        contentHash = hash;
        reason = why;
    }

    /** The format of its document, where that does not tell itself. */
    String format(Source source) {
        return format == null ? source.format() : format;
    }

    void seen(Instant now) {
        lastSeen = now;
    }

    void failedAgain(String why) {
        tries++;
        reason = why;
    }

    /** A later document brought it. */
    void resolve(Instant now) {
        state = State.RESOLVED;
        resolvedAt = now;
    }

    /** Somebody's retry brought it in. */
    void resolve(String who, Instant now) {
        resolve(now);
        decidedBy = who;
    }

    /** Somebody does not want it. */
    void discard(String who, String why, Instant now) {
        state = State.DISCARDED;
        resolvedAt = now;
        decidedBy = who;
        note = why;
    }
}
