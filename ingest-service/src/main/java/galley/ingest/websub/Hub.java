package galley.ingest.websub;

import java.net.URI;

/**
 * Where a feed's news is sent from.
 *
 * @param hub the hub's address
 * @param topic the feed's own address, by which the hub knows it
 */
public record Hub(URI hub, URI topic) {}
