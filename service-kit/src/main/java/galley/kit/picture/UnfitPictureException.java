package galley.kit.picture;

/** Why a file is not taken as a picture. The message is a sentence for the one who gave it. */
public final class UnfitPictureException extends Exception {
    private static final long serialVersionUID = 1L;

    UnfitPictureException(String message) {
        super(message);
    }
}
