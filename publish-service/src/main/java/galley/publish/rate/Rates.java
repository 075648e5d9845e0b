package galley.publish.rate;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Counts the requests of each key and of each address, in this process alone. */
@ApplicationScoped
public class Rates {
    /** Below which requests are counted. */
    public static final String API = "/v1/";

    /** After this a bucket is full, as a new one is. */
    private static final Duration FILLED = Duration.ofMinutes(1);

    /** Of an IPv6 address: whoever has one has as many as there are behind it. */
    private static final int NETWORK_BYTES = 8;

    private final ApiConfig config;
    private final Cache<String, Bucket> buckets;

    Rates(ApiConfig config) {
        this.config = config;
        this.buckets =
                Caffeine.newBuilder()
                        .expireAfterAccess(FILLED)
                        .maximumSize(config.mostCounted())
                        .build();
    }

    /**
     * Counts a request with a key.
     *
     * @param key what tells keys apart
     * @param rate requests a minute
     */
    public Standing count(UUID key, int rate) {
        return take("key " + key, rate);
    }

    /** Counts a request from an address; empty where these are not counted. */
    public Optional<Standing> count(String address) {
        int rate = config.anonymousRate();
        return rate == 0 ? Optional.empty() : Optional.of(take(client(address), rate));
    }

    /** How an address stands, without counting a request; empty where these are not counted. */
    public Optional<Standing> standing(String address) {
        int rate = config.anonymousRate();
        if (rate == 0) {
            return Optional.empty();
        }
        long now = System.nanoTime();
        Bucket bucket = buckets.getIfPresent(client(address));
        return Optional.of((bucket == null ? new Bucket(now) : bucket).look(rate, now));
    }

    private Standing take(String who, int rate) {
        long now = System.nanoTime();
        return buckets.get(who, _ -> new Bucket(now)).take(rate, now);
    }

    private static String client(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        int zone = address.indexOf('%');
        byte[] bytes =
                InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone)).getAddress();
        return HexFormat.of()
                .formatHex(Arrays.copyOf(bytes, Math.min(NETWORK_BYTES, bytes.length)));
    }
}
