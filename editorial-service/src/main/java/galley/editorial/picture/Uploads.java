package galley.editorial.picture;

import jakarta.enterprise.context.ApplicationScoped;

import galley.editorial.staff.Caller;
import galley.kit.media.MediaStore;
import galley.kit.picture.CheckedPicture;
import galley.kit.picture.PictureCheck;
import galley.kit.picture.PictureType;
import galley.kit.picture.UnfitPictureException;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Takes the pictures that the staff upload. */
@ApplicationScoped
class Uploads {
    private final MediaStore store;
    private final Pictures pictures;

    Uploads(MediaStore store, Pictures pictures) {
        this.store = store;
        this.pictures = pictures;
    }

    /**
     * Checks a file, takes its metadata away and keeps it. The file is on the disk before it is
     * known: a crash in between leaves a file that nothing refers to, and an upload that was not
     * accepted.
     *
     * @param file the bytes as they were sent
     * @param said what they were sent as; null where the sender did not say
     * @throws Problem 422 {@code unfit-picture} when it is no picture, broken, too large to be
     *     shown, or of another type than was said
     */
    Pictures.Added take(byte[] file, PictureType said, Caller by) {
        CheckedPicture picture = check(file);
        if (said != null && said != picture.type()) {
            throw unfit(
                    "It was sent as %s, and is %s."
                            .formatted(said.mediaType(), picture.type().mediaType()));
        }
        return pictures.add(store.put(picture.bytes()), picture, by.actor());
    }

    private static CheckedPicture check(byte[] file) {
        try {
            return PictureCheck.of(file);
        } catch (UnfitPictureException e) {
            throw unfit(e.getMessage());
        }
    }

    private static Problem unfit(String why) {
        return Problems.of(422, "unfit-picture", "The picture can't be taken", why);
    }
}
