package galley.editorial.picture;

import java.time.Instant;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A picture as clients see it.
 *
 * @param hash SHA-256 of the file, by which articles name it
 * @param type the media type
 * @param width pixels across as it is shown
 * @param height pixels down as it is shown
 * @param animated whether it has more than one frame
 * @param bytes the size of the file
 * @param url where staff get the file; readers get it at publish's {@code /media/{hash}}
 * @param credit who is to be named, as the file said; null where it did not
 * @param copyrightNotice as the file said; null where it did not
 * @param caption as the file said; null where it did not
 * @param uploadedBy {@code staff:<pseudonym>}; null for a picture that came with an item
 * @param name how they are called, while that is known
 * @param uploadedAt null for a picture that came with an item
 */
@Schema(name = "StoredPicture")
public record PictureView(
        String hash,
        String type,
        int width,
        int height,
        boolean animated,
        long bytes,
        String url,
        String credit,
        String copyrightNotice,
        String caption,
        String uploadedBy,
        String name,
        Instant uploadedAt) {

    static PictureView of(StoredPicture picture, Map<String, String> names) {
        return new PictureView(
                picture.hash,
                picture.type,
                picture.width,
                picture.height,
                picture.animated,
                picture.bytes,
                PicturesResource.path(picture.hash) + "/content",
                picture.credit,
                picture.copyrightNotice,
                picture.caption,
                picture.uploadedBy,
                picture.uploadedBy == null ? null : names.get(picture.uploadedBy),
                picture.uploadedAt);
    }
}
