package galley.events;

import java.time.Instant;
import java.util.UUID;

/**
 * Keeps an article at a place of a page.
 *
 * @param position counts from 1
 * @param until from then on the pin does nothing; null for no end
 */
public record Pin(UUID article, int position, Instant until) {}
