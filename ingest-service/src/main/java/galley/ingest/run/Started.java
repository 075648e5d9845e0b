package galley.ingest.run;

import java.net.URI;
import java.util.UUID;

/**
 * A run that this process has to do, with the source's settings as they were at its start.
 *
 * @param etag the ETag of what is here already, or null
 * @param lastModified the Last-Modified of what is here already, or null
 */
record Started(
        UUID run,
        UUID source,
        long sourceRevision,
        String format,
        URI url,
        String etag,
        String lastModified) {}
