package galley.kit.picture;

import java.nio.ByteOrder;

/**
 * What is of use in Exif (CIPA DC-008), which is written as TIFF.
 *
 * @param orientation how to turn the picture for show, 1 to 8
 * @param notes the artist, the copyright and the description
 */
record Exif(int orientation, PictureNotes notes) {
    static final int UPRIGHT = 1;

    private static final int DESCRIPTION = 0x010e;
    private static final int ORIENTATION = 0x0112;
    private static final int ARTIST = 0x013b;
    private static final int COPYRIGHT = 0x8298;
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int UTF_8 = 129;

    /** Reads the main directory as far as it can be read, from the TIFF header on. */
    static Exif read(ByteReader tiff) {
        var found = new Directory();
        try {
            found.read(tiff.inOrder(order(tiff)));
        } catch (UnfitPictureException e) {
            // what was found until there is good
        }
        return new Exif(
                found.orientation,
                PictureNotes.of(found.artist, null, found.copyright, found.description));
    }

    /** Exif with no more than an orientation, from the TIFF header on. */
    static byte[] write(int orientation) {
        return new ByteWriter(ByteOrder.BIG_ENDIAN, 26)
                .ascii("MM\0*")
                .u32(8)
                .u16(1)
                .u16(ORIENTATION)
                .u16(SHORT)
                .u32(1)
                .u16(orientation)
                .u16(0)
                .u32(0)
                .written();
    }

    private static ByteOrder order(ByteReader tiff) {
        return tiff.startsWith("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    private static final class Directory {
        private int orientation = UPRIGHT;
        private String artist;
        private String copyright;
        private String description;

        void read(ByteReader tiff) throws UnfitPictureException {
            tiff.skip(4);
            var directory = tiff.from(tiff.u32());
            for (int entries = directory.u16(); entries > 0; entries--) {
                var entry = directory.part(12);
                int tag = entry.u16();
                int type = entry.u16();
                long count = entry.u32();
                switch (tag) {
                    case ORIENTATION -> orientation = orientation(type, entry);
                    case ARTIST -> artist = text(artist, type, count, entry, tiff);
                    case COPYRIGHT -> copyright = text(copyright, type, count, entry, tiff);
                    case DESCRIPTION -> description = text(description, type, count, entry, tiff);
                    default -> {}
                }
            }
        }

        private static int orientation(int type, ByteReader entry) throws UnfitPictureException {
            int value = type == SHORT ? entry.u16() : UPRIGHT;
            return value >= 1 && value <= 8 ? value : UPRIGHT;
        }

        /** The first text counts: thousands of entries may point at the same long one. */
        private static String text(
                String before, int type, long count, ByteReader entry, ByteReader tiff)
                throws UnfitPictureException {
            if (before != null || (type != ASCII && type != UTF_8)) {
                return before;
            }
            var value = count <= 4 ? entry : tiff.from(entry.u32());
            return NoteText.decode(value.part(count).rest());
        }
    }
}
