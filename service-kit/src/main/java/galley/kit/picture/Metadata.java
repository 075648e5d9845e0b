package galley.kit.picture;

/**
 * Gathers what outlives a picture's metadata: its orientation and its notes. Of the notes, XMP's
 * come first, as IPTC's own were often cut to 32 characters; Exif's and other texts last, because
 * cameras write them too. What can't be read says nothing.
 */
final class Metadata {
    private static final int MOST_PARTS = 100;

    private int parts;
    private int orientation = Exif.UPRIGHT;
    private PictureNotes xmp = PictureNotes.NONE;
    private PictureNotes iptc = PictureNotes.NONE;
    private PictureNotes exif = PictureNotes.NONE;
    private PictureNotes texts = PictureNotes.NONE;

    /** Reads Exif, from its TIFF header on; of several orientations the first one counts. */
    void readExif(ByteReader tiff) {
        if (takesMore()) {
            var found = Exif.read(tiff);
            orientation = orientation == Exif.UPRIGHT ? found.orientation() : orientation;
            exif = exif.or(found.notes());
        }
    }

    /** Reads an XMP packet. */
    void readXmp(ByteReader packet) {
        if (takesMore()) {
            xmp = xmp.or(Xmp.read(packet.rest()));
        }
    }

    /** Reads Photoshop's image resources, which hold the IPTC's. */
    void readPhotoshop(ByteReader resources) {
        if (takesMore()) {
            iptc = iptc.or(Iptc.read(resources));
        }
    }

    /** Takes notes of the format's own kind. */
    void add(PictureNotes own) {
        if (takesMore()) {
            texts = texts.or(own);
        }
    }

    int orientation() {
        return orientation;
    }

    PictureNotes notes() {
        return xmp.or(iptc).or(exif).or(texts);
    }

    /** Files of nothing but metadata are not worth the time. */
    private boolean takesMore() {
        parts++;
        return parts <= MOST_PARTS;
    }
}
