package galley.publish.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

import galley.kit.webhook.WebhookSignature;
import galley.publish.product.Product;

/** Where what is published is sent, and how that went lately. */
@Entity
@Table(name = "subscription")
@DynamicUpdate // how it goes and what is set are written apart
public class Subscription {
    @Id UUID id;

    /** Counts the changes of its settings. */
    long revision;

    String owner;
    String name;
    String url;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Product product;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<String> events;

    String secret;
    String oldSecret;
    Instant oldSecretUntil;

    @Enumerated(EnumType.STRING)
    State state;

    Instant disabledAt;
    String disabledReason;
    Instant createdAt;
    long position;
    Instant nextAt;
    int failures;
    Instant failingSince;
    String problem;

    /** Its id. */
    public UUID id() {
        return id;
    }

    /** Where events are sent. */
    public String url() {
        return url;
    }

    /** Whether it is sent anything. */
    public State state() {
        return state;
    }

    /** What the newsroom calls the subscriber. */
    public String name() {
        return name;
    }

    /** How often it failed in a row lately. */
    public int failures() {
        return failures;
    }

    /** The secrets that sign now, the newest first. */
    public List<String> secrets(Instant now) {
        return oldSecret != null && now.isBefore(oldSecretUntil)
                ? List.of(secret, oldSecret)
                : List.of(secret);
    }

    SubscriptionSettings settings() {
        return new SubscriptionSettings(name, url, product, events, state);
    }

    /**
     * Takes settings; where it is made active again, or leads elsewhere, its failures are
     * forgotten.
     *
     * @param head the last announcement that was handed out to all
     */
    void set(SubscriptionSettings settings, long head, Instant now) {
        boolean resumed = settings.state() == State.ACTIVE && state != State.ACTIVE;
        boolean renewed = resumed || !settings.url().equals(url);
        if (settings.state() != State.ACTIVE && (state == null || state == State.ACTIVE)) {
            position = head;
        }
        name = settings.name();
        url = settings.url();
        product = settings.product();
        events = settings.events();
        state = settings.state();
        if (state != State.DISABLED) {
            disabledAt = null;
            disabledReason = null;
        }
        if (renewed) {
            worked(now);
        }
    }

    /**
     * Signs with another secret from now on; the present one signs beside it for a while, and one
     * from before no more.
     */
    void rotate(Duration overlap, Instant now) {
        oldSecret = secret;
        oldSecretUntil = now.plus(overlap);
        secret = WebhookSignature.newSecret();
    }

    /** It took what it was sent. */
    public void worked(Instant now) {
        if (failures == 0 && nextAt != null && !nextAt.isAfter(now)) {
            return; // nothing to be written while all goes well
        }
        nextAt = now;
        failures = 0;
        failingSince = null;
        problem = null;
    }

    /**
     * It did not take what it was sent.
     *
     * @param what what came instead
     * @param pause how long it is left alone
     */
    public void failed(String what, Duration pause, Instant now) {
        failures++;
        failingSince = failingSince == null ? now : failingSince;
        problem = what;
        nextAt = now.plus(pause);
    }

    /** Whether it has taken nothing for so long. */
    public boolean hasFailedFor(Duration time, Instant now) {
        return failingSince != null && !failingSince.plus(time).isAfter(now);
    }

    /**
     * It is sent nothing more until somebody says so.
     *
     * @param reason a sentence for its owner
     * @param head the last announcement that was handed out to all
     */
    public void disable(String reason, long head, Instant now) {
        position = state == State.ACTIVE ? head : position;
        state = State.DISABLED;
        disabledAt = now;
        disabledReason = reason;
    }
}
