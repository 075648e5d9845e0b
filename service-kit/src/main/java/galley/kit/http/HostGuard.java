package galley.kit.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names for the client and refuses those that lead inside. It stands where connections are
 * made, so a name can't lead elsewhere between the check and the connection, and redirects pass it
 * like first addresses.
 */
class HostGuard implements DnsResolver {
    private final boolean allowPrivateAddresses;

    HostGuard(boolean allowPrivateAddresses) {
        this.allowPrivateAddresses = allowPrivateAddresses;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = InetAddress.getAllByName(host);
        // One inside address among outside ones is reason enough: the client would try them all.
        if (!allowPrivateAddresses && !Stream.of(addresses).allMatch(PublicAddresses::isPublic)) {
            throw new RefusedHost(host);
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** Whether the host's very text says that it is inside; asks no name server. */
    boolean refusesLiteral(String host) {
        if (allowPrivateAddresses) {
            return false;
        }
        var name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || literal(name).filter(address -> !PublicAddresses.isPublic(address)).isPresent();
    }

    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Its own kind, because the client passes on only what it knows of resolving. */
    static final class RefusedHost extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        RefusedHost(String host) {
            super(host + " leads to an address inside this network, which is not allowed.");
        }
    }
}
