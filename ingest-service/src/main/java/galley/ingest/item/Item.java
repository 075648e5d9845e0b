package galley.ingest.item;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;

import galley.ingest.format.ReadItem;

/** What a source delivered under one identity. */
@Entity
public class Item {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    @Id UUID id;
    UUID sourceId;
    String identity;
    UUID articleId;
    String url;
    long revision;
    String contentHash;
    Instant firstSeen;
    Instant lastSeen;

    /** For the persistence layer. */
    protected Item() {}

    Item(UUID sourceId, String identity, Instant now) {
        this.id = IDS.generate();
        this.sourceId = sourceId;
        this.identity = identity;
        this.articleId = IDS.generate();
        this.firstSeen = now;
        this.lastSeen = now;
    }

    /** Its id. */
    public UUID id() {
        return id;
    }

    /** The source that delivered it. */
    public UUID sourceId() {
        return sourceId;
    }

    /** How often it has said something new, from 1. */
    public long revision() {
        return revision;
    }

    /** Whether an entry with this content hash says what the item says already. */
    public boolean says(String hash) {
        return hash.equals(contentHash);
    }

    /** Has come and said nothing new, possibly under another identity. */
    void seen(ReadItem entry, Instant at) {
        if (at.isBefore(lastSeen)) {
            return;
        }
        identity = entry.identity();
        lastSeen = at;
    }

    /** Says something new, possibly under another identity. */
    void say(ReadItem entry) {
        revision++;
        identity = entry.identity();
        contentHash = entry.contentHash();
        url = entry.content().url();
    }
}
