package galley.kit.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the store, where the operator wants it. */
@ApplicationScoped
class MediaProducer {

    @Produces
    @Singleton
    MediaStore media(MediaConfig config) {
        return new MediaStore(config.folder());
    }
}
