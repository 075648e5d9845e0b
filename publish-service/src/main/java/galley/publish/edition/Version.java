package galley.publish.edition;

import java.util.UUID;

/** One state of one article; two that are equal have the same content. */
public record Version(UUID id, long revision) {}
