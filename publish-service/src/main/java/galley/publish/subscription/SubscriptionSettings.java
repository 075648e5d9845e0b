package galley.publish.subscription;

import java.util.List;

import galley.publish.product.Product;

/**
 * What the owner of a subscription sets. A cache has {@link EventType#PURGE} alone, and no product.
 *
 * @param name how the newsroom sees the subscriber; the address's server unless it is set
 * @param url where events are sent
 * @param product which articles; null for all
 * @param events names of {@link EventType}s; null for all that carry articles
 * @param state active or paused; active unless it is set
 */
record SubscriptionSettings(
        String name, String url, Product product, List<String> events, State state) {

    /** Whether these events are what a cache wants. */
    static boolean areForCache(List<String> events) {
        return events != null && events.contains(EventType.PURGE.wireName());
    }

    boolean isForCache() {
        return areForCache(events);
    }
}
