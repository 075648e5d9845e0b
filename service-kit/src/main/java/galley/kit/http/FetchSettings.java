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
 * @param connectionsPerServer how many connections one server may have at a time
 */
public record FetchSettings(
        boolean allowPrivateAddresses,
        Duration connectTimeout,
        Duration responseTimeout,
        Duration deadline,
        long maxBytes,
        String userAgent,
        int connectionsPerServer) {
    private static final int USUAL_CONNECTIONS = 8;

    /** The settings of a client that asks for what it wants, and spares who has it. */
    public FetchSettings(
            boolean allowPrivateAddresses,
            Duration connectTimeout,
            Duration responseTimeout,
            Duration deadline,
            long maxBytes,
            String userAgent) {
        this(
                allowPrivateAddresses,
                connectTimeout,
                responseTimeout,
                deadline,
                maxBytes,
                userAgent,
                USUAL_CONNECTIONS);
    }
}
