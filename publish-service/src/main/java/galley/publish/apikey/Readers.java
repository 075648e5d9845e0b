package galley.publish.apikey;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Tells who reads with a key, at next to no cost: what was looked up is good for a moment. */
@ApplicationScoped
class Readers {
    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final int MOST = 10_000;

    private final LoadingCache<String, Optional<Reader>> known;
    private final ApiKeys keys;

    Readers(ApiKeys keys) {
        this.keys = keys;
        this.known =
                Caffeine.newBuilder()
                        .expireAfterWrite(REMEMBERED)
                        .maximumSize(MOST)
                        .build(this::lookUp);
    }

    /** Empty where nobody has such a key, or has it any more. */
    Optional<Reader> find(String key) {
        return known.get(HexFormat.of().formatHex(KeyText.hash(key)));
    }

    private Optional<Reader> lookUp(String hash) {
        byte[] bytes = HexFormat.of().parseHex(hash);
        return QuarkusTransaction.requiringNew()
                .call(() -> keys.find("hash", bytes).firstResultOptional())
                .map(it -> new Reader(it.id, it.product, keys.view(it).rate()));
    }
}
