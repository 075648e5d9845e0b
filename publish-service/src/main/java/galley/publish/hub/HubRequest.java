package galley.publish.hub;

import java.net.URI;
import java.time.Duration;

/**
 * What a subscriber asks for.
 *
 * @param topic the feed's address
 * @param callback where the feed is to be sent
 * @param secret what is sent is signed with; null for unsigned
 * @param lease how long it lasts
 */
record HubRequest(Mode mode, String topic, URI callback, String secret, Duration lease) {
    enum Mode {
        SUBSCRIBE,
        UNSUBSCRIBE
    }
}
