package galley.publish.media;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import galley.kit.media.MediaStore;

/**
 * Narrower forms of the pictures in the store. They are made when somebody asks, a few at a time,
 * and held in memory while they are asked for: nothing of them is kept that would have to be
 * removed when an article is withdrawn, and any replica makes the same bytes.
 */
@Singleton
class NarrowPictures {
    private static final int AT_ONCE = 2;
    private static final long BYTES_HELD = 64L << 20;
    private static final Duration HELD_FOR = Duration.ofHours(1);

    private final Cache<Form, byte[]> held =
            Caffeine.newBuilder()
                    .maximumWeight(BYTES_HELD)
                    .weigher((Form _, byte[] file) -> file.length)
                    .expireAfterAccess(HELD_FOR)
                    .build();

    private final Semaphore free = new Semaphore(AT_ONCE);
    private final MediaStore store;

    NarrowPictures(MediaStore store) {
        this.store = store;
    }

    private record Form(String hash, int width) {}

    /**
     * A picture in this width; as it is kept where it can't be made narrower.
     *
     * @return empty when there is no such picture
     */
    Optional<byte[]> get(String hash, int width) {
        return Optional.ofNullable(held.get(new Form(hash, width), this::make));
    }

    private byte[] make(Form form) {
        free.acquireUninterruptibly();
        try {
            return store.get(form.hash())
                    .map(file -> Resizer.narrow(file, form.width()).orElse(file))
                    .orElse(null);
        } finally {
            free.release();
        }
    }
}
