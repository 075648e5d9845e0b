package galley.events;

/** Somebody named in a people part; {@code url} is an absolute address or null. */
public record Person(String name, String role, String affiliation, String url) {}
