package galley.ingest.followup;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;

import galley.ingest.item.ItemTaken;

/** Something to be fetched for an item, once its turn comes. */
@Entity
class FollowUp {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    /** How often it is tried: after the last time, about an hour has passed. */
    private static final int MOST_TRIES = 5;

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(2);

    /** What is fetched. */
    enum Kind {
        /** The article's page, for the rest of its text. */
        PAGE,
        /** A picture that the item names. */
        PICTURE
    }

    @Id UUID id;
    UUID itemId;
    long itemRevision;

    @Enumerated(EnumType.STRING)
    Kind kind;

    String url;
    String server;
    Instant dueAt;
    int tries;
    Instant doneAt;
    String failure;
    String sha256;

    protected FollowUp() {}

    /**
     * What an item needs now.
     *
     * @param url as the item has it
     */
    FollowUp(ItemTaken taken, Kind kind, String url) {
        this.id = IDS.generate();
        this.itemId = taken.item();
        this.itemRevision = taken.revision();
        this.kind = kind;
        this.url = url;
        this.dueAt = taken.receivedAt();
    }

    /** Where it is fetched from. */
    void from(URI address) {
        url = address.toString();
        server = address.getRawAuthority();
    }

    /** A try begins; if nothing is heard of it for so long, it is made again. */
    void begin(Instant now, Duration lease) {
        tries++;
        dueAt = now.plus(lease);
    }

    void succeed(Instant now) {
        failure = null;
        doneAt = now;
    }

    /** Nothing will come of it. */
    void giveUp(String why, Instant now) {
        failure = why;
        doneAt = now;
    }

    /** It did not work this time; answers whether it was the last. */
    boolean fail(String why, Instant now) {
        if (tries >= MOST_TRIES) {
            giveUp(why, now);
            return true;
        }
        failure = why;
        dueAt = now.plus(FIRST_PAUSE.multipliedBy(1L << tries));
        return false;
    }
}
