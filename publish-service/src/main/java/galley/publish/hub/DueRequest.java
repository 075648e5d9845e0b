package galley.publish.hub;

import java.util.UUID;

/**
 * A request about which its subscriber is to be asked.
 *
 * @param attempts how often that failed
 */
record DueRequest(UUID id, HubRequest request, int attempts) {}
