package galley.kit.picture;

/** Checks a JPEG's tables (T.81, B.2.4), which say their lengths twice. */
final class JpegTables {
    private JpegTables() {}

    /** Checks quantization tables and gives a bit for each that they define. */
    static int quantization(ByteReader content) throws UnfitPictureException {
        int defined = 0;
        while (!content.atEnd()) {
            int kind = content.u8();
            if (kind >> 4 > 1 || (kind & 0xf) > 3) {
                throw JpegCheck.broken();
            }
            content.skip(kind >> 4 == 1 ? 128 : 64);
            defined |= 1 << (kind & 0xf);
        }
        return defined;
    }

    /** Checks Huffman tables. */
    static void huffman(ByteReader content) throws UnfitPictureException {
        while (!content.atEnd()) {
            int kind = content.u8();
            int codes = 0;
            for (int length = 1; length <= 16; length++) {
                codes += content.u8();
            }
            if (kind >> 4 > 1 || (kind & 0xf) > 3 || codes > 256) {
                throw JpegCheck.broken();
            }
            content.skip(codes);
        }
    }
}
