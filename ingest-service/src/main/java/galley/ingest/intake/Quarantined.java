package galley.ingest.intake;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;

/** What could not be taken in: an entry, or a whole document. */
@Entity
class Quarantined {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    @Id UUID id;
    UUID sourceId;
    String identity;
    String sha256;
    String address;
    Integer position;
    String reason;
    String contentHash;
    Instant firstSeen;
    Instant lastSeen;
    int tries;
    Instant resolvedAt;

    protected Quarantined() {}

    Quarantined(UUID sourceId, String identity, Instant now) {
        this.id = IDS.generate();
        this.sourceId = sourceId;
        this.identity = identity;
        this.firstSeen = now;
    }

    /** Whether it is what waits already, so that its document need not be kept again. */
    boolean isSame(String hash, String why) {
        return hash.equals(contentHash) && why.equals(reason);
    }

    void came(String document, URI from, Integer entry, String hash, String why) {
        sha256 = document;
        address = from.toString();
        position = entry;
        contentHash = hash;
        reason = why;
    }

    void seen(Instant now) {
        lastSeen = now;
    }

    void failedAgain(String why) {
        tries++;
        reason = why;
    }

    void resolve(Instant now) {
        resolvedAt = now;
    }
}
