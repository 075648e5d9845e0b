package galley.publish.subscription.delivery;

import java.util.UUID;

import galley.publish.announcement.Announcement;
import galley.publish.announcement.Status;
import galley.publish.subscription.EventType;

/**
 * An announcement for a subscriber.
 *
 * @param replay what it comes of; null where it comes by itself
 */
record NewDelivery(UUID subscription, UUID replay, Announcement announcement) {

    /** The event's type. */
    EventType type() {
        return typeOf(announcement);
    }

    /** What an announcement is for a subscriber. */
    static EventType typeOf(Announcement announcement) {
        if (announcement.status() == Status.USABLE) {
            return announcement.earlier().isEmpty() ? EventType.PUBLISHED : EventType.UPDATED;
        }
        return announcement.status() == Status.WITHHELD ? EventType.WITHHELD : EventType.WITHDRAWN;
    }

    /** The order among what waits for a subscriber: withdrawals, what is new, what comes again. */
    int urgency() {
        if (type().takesBack()) {
            return 0;
        }
        return replay == null ? 1 : 2;
    }

    /** Withdrawals have nothing to be taken back, so that their document may be kept here. */
    String notice() {
        return type().takesBack() ? announcement.document() : null;
    }
}
