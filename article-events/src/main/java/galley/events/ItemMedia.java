package galley.events;

/** Media that an item names; {@code url} is absolute. */
public record ItemMedia(
        MediaKind kind, String url, String headline, String caption, String alt, String credit) {}
