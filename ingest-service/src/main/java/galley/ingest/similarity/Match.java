package galley.ingest.similarity;

import java.util.UUID;

/**
 * An item of another source that says the same.
 *
 * @param score how alike the texts are, from above 0 to 1
 */
public record Match(UUID item, double score) {}
