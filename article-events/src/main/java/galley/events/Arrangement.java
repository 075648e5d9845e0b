package galley.events;

import java.util.List;
import java.util.UUID;

/**
 * What stands where on a page. Pinned articles keep their places; the other places are taken by
 * {@code order}, then by the rest, newest published first. What is not live takes no place.
 *
 * @param size how many articles the page has
 * @param pins of no two the same position or article
 * @param order ids of articles that go first, in this order
 */
public record Arrangement(int size, List<Pin> pins, List<UUID> order) {}
