package galley.ingest.run;

import java.util.Optional;
import java.util.UUID;

/**
 * Whose turn it is to fetch a source.
 *
 * @param run the run that is under way now
 * @param started what this process has to do for it; nothing when somebody else does it
 */
record Turn(UUID run, Optional<Started> started) {}
