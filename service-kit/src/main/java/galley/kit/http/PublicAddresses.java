package galley.kit.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses that everybody can reach from those that only this network can. The ranges are
 * those of the IANA special-purpose address registries (RFC 6890 and its successors).
 */
final class PublicAddresses {
    private static final List<Range> SPECIAL_V4 =
            List.of(
                    Range.of("0.0.0.0", 8), // this network
                    Range.of("10.0.0.0", 8), // private
                    Range.of("100.64.0.0", 10), // carrier-grade NAT
                    Range.of("127.0.0.0", 8), // loopback
                    Range.of("169.254.0.0", 16), // link-local, cloud metadata
                    Range.of("172.16.0.0", 12), // private
                    Range.of("192.0.0.0", 24), // protocol assignments
                    Range.of("192.0.2.0", 24), // documentation
                    Range.of("192.88.99.0", 24), // 6to4 relays
                    Range.of("192.168.0.0", 16), // private
                    Range.of("198.18.0.0", 15), // benchmarks
                    Range.of("198.51.100.0", 24), // documentation
                    Range.of("203.0.113.0", 24), // documentation
                    Range.of("224.0.0.0", 4), // multicast
                    Range.of("240.0.0.0", 4)); // reserved, broadcast

    /** Everything else of IPv6 is loopback, local, multicast or unassigned. */
    private static final Range GLOBAL_V6 = Range.of("2000::", 3);

    private static final List<Range> SPECIAL_V6 =
            List.of(
                    Range.of("2001::", 23), // protocol assignments, Teredo
                    Range.of("2001:db8::", 32), // documentation
                    Range.of("2002::", 16), // 6to4, which can lead to any IPv4 address
                    Range.of("3fff::", 20)); // documentation

    private static final Range MAPPED_V4 = new Range(mappedPrefix(), 96);
    private static final Range NAT64 = Range.of("64:ff9b::", 96);

    private PublicAddresses() {}

    static boolean isPublic(InetAddress address) {
        return isPublic(address.getAddress());
    }

    private static boolean isPublic(byte[] address) {
        if (address.length == 4) {
            return SPECIAL_V4.stream().noneMatch(range -> range.contains(address));
        }
        if (MAPPED_V4.contains(address) || NAT64.contains(address)) {
            return isPublic(Arrays.copyOfRange(address, 12, 16));
        }
        return GLOBAL_V6.contains(address)
                && SPECIAL_V6.stream().noneMatch(range -> range.contains(address));
    }

    /** Written out because the platform turns the textual form into an IPv4 address. */
    private static byte[] mappedPrefix() {
        var prefix = new byte[16];
        prefix[10] = (byte) 0xff;
        prefix[11] = (byte) 0xff;
        return prefix;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Range(byte[] prefix, int bits) {
        static Range of(String address, int bits) {
            return new Range(InetAddress.ofLiteral(address).getAddress(), bits);
        }

        boolean contains(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
