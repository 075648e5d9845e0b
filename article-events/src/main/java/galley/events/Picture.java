package galley.events;

/**
 * A picture in the store, which the services share.
 *
 * @param hash SHA-256 of the file in lower-case hexadecimal; publish serves it at {@code
 *     /media/{hash}}
 * @param type media type: image/jpeg, image/png, image/gif or image/webp
 * @param width pixels across as it is shown
 * @param height pixels down as it is shown
 */
public record Picture(String hash, String type, int width, int height) {}
