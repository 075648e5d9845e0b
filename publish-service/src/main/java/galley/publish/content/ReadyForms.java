package galley.publish.content;

import java.time.Duration;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;

import galley.publish.edition.Version;
import galley.publish.http.Representation;

/**
 * Keeps for a moment what was written of articles and compressed, since what is asked for once is
 * asked for often. Whether an article stands, and at which revision, every request asks the
 * edition; this only saves writing the same bytes again. A minute later they are gone, also of what
 * was withdrawn and is not asked for any more.
 */
@Singleton
class ReadyForms {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final long MOST_BYTES = 64L << 20;

    private final Cache<Key, Representation> ready =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_BYTES)
                    // with its codings
                    .weigher((Key _, Representation it) -> 2 * it.size())
                    .expireAfterWrite(KEPT)
                    .scheduler(Scheduler.systemScheduler())
                    .build();

    /** One state of an article in one form. */
    private record Key(Version version, Form.Offer offer) {}

    /** The representation of a state of an article; written where it is not there. */
    Representation get(Version version, Form.Offer offer, Supplier<Representation> write) {
        return ready.get(new Key(version, offer), _ -> write.get());
    }
}
