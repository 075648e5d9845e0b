package galley.events;

/** Where a list page stops: after that many blocks of the named part. */
public record TeaserBreak(String part, int block) {}
