package galley.publish.http;

import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Representations that took some work to write, each served again only while what it was made of is
 * the same. Those that were not asked for lately give way to others, so that memory stays bounded
 * however many there are. Thread-safe.
 *
 * @param <K> names a representation
 */
public final class KeptRepresentations<K> {
    private final Cache<K, Kept> kept;

    /**
     * Keeps representations.
     *
     * @param maxBytes how many bytes of bodies, before coding
     */
    public KeptRepresentations(long maxBytes) {
        kept =
                Caffeine.newBuilder()
                        .maximumWeight(maxBytes)
                        .<K, Kept>weigher((_, it) -> it.representation().size())
                        // evicts before the next one comes, and needs no thread
                        .executor(Runnable::run)
                        .build();
    }

    private record Kept(Object madeOf, Representation representation) {}

    /**
     * The representation that was kept under a name.
     *
     * @param madeOf what it would be made of now
     * @return empty when there is none, or it was made of something else
     */
    public Optional<Representation> get(K name, Object madeOf) {
        return Optional.ofNullable(kept.getIfPresent(name))
                .filter(it -> it.madeOf().equals(madeOf))
                .map(Kept::representation);
    }

    /**
     * Keeps a representation instead of the one before.
     *
     * @param madeOf what decides about its bytes
     * @return the same representation
     */
    public Representation keep(K name, Object madeOf, Representation representation) {
        kept.put(name, new Kept(madeOf, representation));
        return representation;
    }

    /** How many bytes of bodies are kept. */
    long bytes() {
        return kept.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }
}
