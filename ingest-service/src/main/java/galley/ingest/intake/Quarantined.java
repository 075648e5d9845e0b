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

    void seen(String document, URI from, Integer entry, String why, Instant now) {
        sha256 = document;
        address = from.toString();
        position = entry;
        reason = why;
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
