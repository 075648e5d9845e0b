package galley.editorial.webhook;

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

/** Where something is told, and how that went lately. */
@Entity
@Table(name = "webhook")
@DynamicUpdate // how it goes and what is set are written apart
class Webhook {
    /** Chat tools take one thing a second. */
    private static final Duration PACE = Duration.ofSeconds(1);

    @Id UUID id;

    /** Counts the changes of its settings. */
    long revision;

    String name;
    String url;

    @Enumerated(EnumType.STRING)
    Template template;

    /** Null for the articles of all desks, and of none. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<String> desks;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<String> steps;

    String secret;
    Instant createdAt;
    Instant nextAt;
    int failures;
    Instant failingSince;
    String problem;
    Instant disabledAt;
    String disabledReason;

    /** How much it was never told because too much waited, since it was enabled. */
    long leftOut;

    WebhookSettings settings() {
        return new WebhookSettings(name, url, desks, steps, template, disabledAt == null);
    }

    /** Takes settings; where it is enabled again, or leads elsewhere, the past is forgotten. */
    void set(WebhookSettings settings, Instant now) {
        boolean renewed = settings.enabled() && (disabledAt != null || !settings.url().equals(url));
        name = settings.name();
        url = settings.url();
        desks = settings.desks();
        steps = settings.steps();
        template = settings.template();
        if (renewed) {
            worked(now);
            leftOut = 0;
            disabledAt = null;
            disabledReason = null;
        } else if (!settings.enabled() && disabledAt == null) {
            disable("An administrator has disabled it.", now);
        }
    }

    /** It took what it was told. */
    void worked(Instant now) {
        nextAt = now.plus(PACE);
        failures = 0;
        failingSince = null;
        problem = null;
    }

    /**
     * It did not take what it was told.
     *
     * @param pause how long it is left alone
     * @param giveUp after how long an address that is not found counts as gone
     */
    void failed(Outcome outcome, Duration pause, Duration giveUp, Instant now) {
        failures++;
        failingSince = failingSince == null ? now : failingSince;
        problem = outcome.problem();
        nextAt = now.plus(pause);
        boolean goneForLong = !failingSince.plus(giveUp).isAfter(now);
        if (outcome.status() != null && outcome.status() == 410) {
            disable("It answered 410: it is gone.", now);
        } else if (outcome.status() != null && outcome.status() == 404 && goneForLong) {
            disable("It has answered 404 for too long.", now);
        }
    }

    private void disable(String reason, Instant now) {
        disabledAt = now;
        disabledReason = reason;
    }
}
