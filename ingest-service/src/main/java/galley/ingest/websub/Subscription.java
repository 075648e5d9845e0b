package galley.ingest.websub;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A source's subscription with a hub. */
@Entity
@Table(name = "websub_subscription")
class Subscription {
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    /** Leases end sooner or later than asked for; a hub that grants less is asked this often. */
    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(5);

    enum State {
        /** It is to be asked for, or was, and the hub has not come back to verify that. */
        PENDING,
        /** The hub sends. */
        ACTIVE,
        /** The hub does not want to. */
        DENIED,
        /** It is to end, or was asked to. */
        ENDING
    }

    @Id UUID sourceId;

    @Enumerated(EnumType.STRING)
    State state;

    String hub;
    String topic;
    String token;
    String secret;
    Instant leaseUntil;
    Instant nextTryAt;
    int tries;
    String failure;
    Instant lastPushAt;

    protected Subscription() {}

    /**
     * @param token makes the callback's address one that nobody can guess
     * @param secret with which the hub signs, sealed
     */
    Subscription(UUID source, Hub at, String token, String secret, Instant now) {
        this.sourceId = source;
        this.state = State.PENDING;
        this.hub = at.hub().toString();
        this.topic = at.topic().toString();
        this.token = token;
        this.secret = secret;
        this.nextTryAt = now;
    }

    boolean isAt(Hub at) {
        return hub.equals(at.hub().toString()) && topic.equals(at.topic().toString());
    }

    boolean isWanted() {
        return state != State.ENDING;
    }

    URI hub() {
        return URI.create(hub);
    }

    /** It is asked for now, and again if nothing comes of it. */
    void asked(Instant now) {
        tries++;
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, 12));
        nextTryAt = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    void failed(String why) {
        failure = why;
    }

    /** The hub has verified that it was meant; it is renewed when four fifths have passed. */
    void verified(Duration lease, Instant now) {
        var granted = lease.compareTo(SHORTEST_LEASE) < 0 ? SHORTEST_LEASE : lease;
        state = State.ACTIVE;
        leaseUntil = now.plus(granted);
        nextTryAt = now.plus(granted.multipliedBy(4).dividedBy(5));
        tries = 0;
        failure = null;
    }

    /** The hub says no; it is asked again in a day. */
    void denied(String why, Instant now) {
        state = State.DENIED;
        leaseUntil = null;
        failure = why;
        nextTryAt = now.plus(LONGEST_PAUSE);
    }

    void end(Instant now) {
        state = State.ENDING;
        nextTryAt = now;
        tries = 0;
    }

    void pushed(Instant now) {
        lastPushAt = now;
    }
}
