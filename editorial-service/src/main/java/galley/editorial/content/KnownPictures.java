package galley.editorial.content;

import java.util.Optional;

import galley.events.Picture;

/** The pictures that an article can show. */
public interface KnownPictures {
    /**
     * A picture in the store.
     *
     * @param hash any text
     */
    Optional<Picture> picture(String hash);

    /** The absolute public address that a picture has where nothing says where it came from. */
    String address(String hash);
}
