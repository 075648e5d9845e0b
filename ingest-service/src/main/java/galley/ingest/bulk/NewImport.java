package galley.ingest.bulk;

import java.util.UUID;

/**
 * An import as it is registered.
 *
 * @param source whose articles the file has; left out by a source, which imports its own
 * @param name of the file, for people
 * @param format {@code ndjson} or {@code wxr}
 */
record NewImport(UUID source, String name, String format) {}
