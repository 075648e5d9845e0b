package galley.kit.picture;

/**
 * A JPEG's frame header (T.81, B.2.2).
 *
 * @param canvas its area
 * @param progressive whether its scans refine each other
 * @param components the numbers by which scans name the components
 * @param tables which quantization table each component needs
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record JpegFrame(Canvas canvas, boolean progressive, int[] components, int[] tables) {
    private static final int PROGRESSIVE = 0xc2;

    /** Reads the header's content. */
    static JpegFrame read(int marker, ByteReader content) throws UnfitPictureException {
        if (marker > PROGRESSIVE) {
            throw new UnfitPictureException(
                    "The JPEG is lossless, hierarchical or arithmetically coded, which browsers"
                            + " don't show.");
        }
        if (content.u8() != 8) {
            throw new UnfitPictureException("The JPEG has other than 8 bits a sample.");
        }
        int height = content.u16();
        var canvas = Canvas.of(content.u16(), height);
        int count = content.u8();
        if ((count != 1 && count != 3 && count != 4) || content.remaining() != 3 * count) {
            throw JpegCheck.broken();
        }
        var components = new int[count];
        var tables = new int[count];
        for (int i = 0; i < count; i++) {
            components[i] = content.u8();
            int sampling = content.u8();
            tables[i] = content.u8();
            if (!isFactor(sampling >> 4) || !isFactor(sampling & 0xf) || tables[i] > 3) {
                throw JpegCheck.broken();
            }
        }
        return new JpegFrame(canvas, marker == PROGRESSIVE, components, tables);
    }

    private static boolean isFactor(int sampling) {
        return sampling >= 1 && sampling <= 4;
    }

    /** Checks a scan's header against this; in {@code defined} is a bit for each table. */
    void requireScan(ByteReader header, int defined) throws UnfitPictureException {
        int count = header.u8();
        if (count < 1 || count > components.length || header.remaining() != 2 * count + 3) {
            throw JpegCheck.broken();
        }
        for (int i = 0; i < count; i++) {
            int table = tables[indexOf(header.u8())];
            int codes = header.u8();
            if ((defined & 1 << table) == 0 || codes >> 4 > 3 || (codes & 0xf) > 3) {
                throw JpegCheck.broken();
            }
        }
        int start = header.u8();
        int end = header.u8();
        boolean sound = start == 0 ? end == 0 : count == 1 && end >= start && end < 64;
        if (progressive && !sound) {
            throw JpegCheck.broken();
        }
    }

    private int indexOf(int component) throws UnfitPictureException {
        for (int i = 0; i < components.length; i++) {
            if (components[i] == component) {
                return i;
            }
        }
        throw JpegCheck.broken();
    }
}
