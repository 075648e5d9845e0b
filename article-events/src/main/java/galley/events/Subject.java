package galley.events;

/** What an article is about, as a concept of a controlled vocabulary such as IPTC Media Topics. */
public record Subject(String scheme, String code, String name) {}
