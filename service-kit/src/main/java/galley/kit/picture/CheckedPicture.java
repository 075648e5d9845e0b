package galley.kit.picture;

/**
 * A picture that may be kept and shown.
 *
 * @param type what it is, by its content
 * @param width pixels across as it is shown, thus after a JPEG's or PNG's Exif orientation
 * @param height pixels down as it is shown
 * @param orientation how the pixels are to be turned for show, 1 (upright) to 8, as Exif counts
 * @param animated whether it has more than one frame
 * @param notes what its metadata said about it
 * @param bytes the same picture, pixel data untouched, without metadata; checking them again gives
 *     the same bytes
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes, never compared
public record CheckedPicture(
        PictureType type,
        int width,
        int height,
        int orientation,
        boolean animated,
        PictureNotes notes,
        byte[] bytes) {}
