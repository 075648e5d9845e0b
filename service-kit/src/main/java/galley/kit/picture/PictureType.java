package galley.kit.picture;

/** The formats that are taken: those that every browser shows. */
public enum PictureType {
    /** JPEG (ITU-T T.81), baseline or progressive, 8 bits a sample. */
    JPEG("image/jpeg", "jpg"),
    /** PNG (W3C, third edition), its animations included. */
    PNG("image/png", "png"),
    /** GIF87a and GIF89a. */
    GIF("image/gif", "gif"),
    /** WebP (RFC 9649): lossy, lossless and animated. */
    WEBP("image/webp", "webp");

    private final String mediaType;
    private final String extension;

    PictureType(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** The media type, such as {@code image/jpeg}. */
    public String mediaType() {
        return mediaType;
    }

    /** The usual ending of a file's name, without the dot. */
    public String extension() {
        return extension;
    }
}
