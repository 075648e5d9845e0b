package galley.ingest.run;

import java.util.UUID;

import galley.ingest.source.Credentials;

/**
 * A run that this process has to do, with the source's settings as they were at its start.
 *
 * @param credentials with what the source's server lets us in, or null
 */
record Started(
        UUID run, UUID source, long sourceRevision, Target target, Credentials credentials) {}
