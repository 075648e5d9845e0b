package galley.publish.subscription.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import galley.publish.announcement.Announcement;
import galley.publish.announcement.AnnouncementLog;
import galley.publish.subscription.Head;
import galley.publish.subscription.Subscriber;
import galley.publish.subscription.Subscribers;

/** Hands each announcement out to those whom it concerns, once, whichever replica does it. */
@ApplicationScoped
class FanOut {
    private static final int BATCH = 50;

    private final AnnouncementLog log;
    private final Head head;
    private final Subscribers subscribers;
    private final Deliveries deliveries;

    FanOut(AnnouncementLog log, Head head, Subscribers subscribers, Deliveries deliveries) {
        this.log = log;
        this.head = head;
        this.subscribers = subscribers;
        this.deliveries = deliveries;
    }

    /** Hands out all that was announced; another replica that does it just now is enough. */
    void handOut() {
        log.giveAllPositions();
        while (handOutSome() == BATCH) {
            // the next ones
        }
    }

    /** One step of {@link #handOut}; answers how many announcements there were. */
    @Transactional
    int handOutSome() {
        OptionalLong position = head.take();
        if (position.isEmpty()) {
            return 0;
        }
        List<Announcement> news = log.after(position.getAsLong(), BATCH);
        if (news.isEmpty()) {
            return 0;
        }
        List<Subscriber> all = subscribers.all();
        Map<UUID, Set<UUID>> holders = deliveries.holders(withdrawn(news));
        List<NewDelivery> made = new ArrayList<>();
        for (Announcement it : news) {
            Set<UUID> holding = holders.getOrDefault(it.article(), Set.of());
            all.stream()
                    .filter(subscriber -> isFor(subscriber, it, holding))
                    .forEach(to -> made.add(NewDelivery.of(to, null, it)));
        }
        deliveries.add(made);
        head.move(news.getLast().position());
        return news.size();
    }

    /**
     * A withdrawal waits also for those who are sent nothing now, and concerns whoever was sent the
     * article, whatever they want by now.
     */
    private static boolean isFor(Subscriber subscriber, Announcement it, Set<UUID> holding) {
        boolean wanted =
                subscriber.wants(NewDelivery.typeFor(subscriber, it))
                        && it.concerns(subscriber::gets);
        return it.takesBack()
                ? wanted || holding.contains(subscriber.id())
                : wanted && subscriber.isActive();
    }

    private static List<UUID> withdrawn(List<Announcement> news) {
        return news.stream()
                .filter(Announcement::takesBack)
                .map(Announcement::article)
                .distinct()
                .toList();
    }
}
