package galley.events;

/**
 * The settings of a section.
 *
 * @param name what articles carry; of no two sections the same
 * @param title what readers see
 * @param description plain text, or null
 * @param order sections stand in this order, the lowest first
 * @param language BCP 47, of title and description; null for the publication's own
 * @param visible whether readers see that there is such a section
 */
public record Section(
        String name,
        String title,
        String description,
        int order,
        String language,
        boolean visible) {}
