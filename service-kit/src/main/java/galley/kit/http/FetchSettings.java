package galley.kit.http;

import java.time.Duration;

/**
 * How far the client goes for a stranger.
 *
 * @param allowPrivateAddresses whether hosts inside (loopback, private and other special networks)
 *     may be asked; the operator's decision, never a user's
 * @param connectTimeout how long one connection may take to be made
 * @param responseTimeout how long the other side may stay silent
 * @param deadline how long a fetch may take in all, redirects and body included
 * @param maxBytes how large a body may be once decompressed
 * @param userAgent what the client calls itself
 */
public record FetchSettings(
        boolean allowPrivateAddresses,
        Duration connectTimeout,
        Duration responseTimeout,
        Duration deadline,
        long maxBytes,
        String userAgent) {}
