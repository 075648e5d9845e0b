package galley.publish.subscription;

import java.util.List;
import java.util.UUID;

import galley.publish.announcement.Marks;
import galley.publish.product.Product;

/**
 * What a subscriber wants.
 *
 * @param product null for all articles
 * @param events names of types; null for all that carry articles
 */
public record Subscriber(UUID id, State state, Product product, List<String> events) {

    /** Whether it is sent anything now. */
    public boolean isActive() {
        return state == State.ACTIVE;
    }

    /** Whether it is a cache: it wants to know what to drop, and no article. */
    public boolean isCache() {
        return SubscriptionSettings.areForCache(events);
    }

    /** Whether it wants events of this type. */
    public boolean wants(EventType type) {
        return events == null || events.contains(type.wireName());
    }

    /** Whether an article with these marks is of its product. */
    public boolean gets(Marks marks) {
        return product == null || product.has(marks);
    }
}
