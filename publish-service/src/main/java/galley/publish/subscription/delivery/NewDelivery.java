package galley.publish.subscription.delivery;

import java.time.Duration;
import java.util.UUID;

import galley.publish.announcement.Announcement;
import galley.publish.announcement.Status;
import galley.publish.subscription.EventType;
import galley.publish.subscription.Subscriber;

/**
 * An announcement for a subscriber.
 *
 * @param type what it is for the subscriber
 * @param replay what it comes of; null where it comes by itself
 */
record NewDelivery(UUID subscription, EventType type, UUID replay, Announcement announcement) {
    /**
     * A cache asks anew right after it dropped something. By then every replica has heard of the
     * change, and what was asked for before it has been answered.
     */
    private static final Duration CHANGE_SETTLES = Duration.ofSeconds(1);

    static NewDelivery of(Subscriber to, UUID replay, Announcement announcement) {
        return new NewDelivery(to.id(), typeFor(to, announcement), replay, announcement);
    }

    /** What an announcement is for a subscriber. */
    static EventType typeFor(Subscriber subscriber, Announcement announcement) {
        return subscriber.isCache() ? EventType.PURGE : typeOf(announcement);
    }

    private static EventType typeOf(Announcement announcement) {
        if (announcement.status() == Status.USABLE) {
            return announcement.earlier().isEmpty() ? EventType.PUBLISHED : EventType.UPDATED;
        }
        return announcement.status() == Status.WITHHELD ? EventType.WITHHELD : EventType.WITHDRAWN;
    }

    /** The order among what waits for a subscriber: withdrawals, what is new, what comes again. */
    int urgency() {
        if (announcement.takesBack()) {
            return 0;
        }
        return replay == null ? 1 : 2;
    }

    /** Withdrawals have nothing to be taken back, so that their document may be kept here. */
    String notice() {
        return type.takesBack() ? announcement.document() : null;
    }

    /** How long it waits before it may be sent. */
    Duration pause() {
        return type == EventType.PURGE ? CHANGE_SETTLES : Duration.ZERO;
    }
}
