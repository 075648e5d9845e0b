package galley.kit.picture;

/**
 * A PNG's header (W3C PNG, 11.2.1).
 *
 * @param canvas its area
 * @param colour the colour type
 */
record PngHeader(Canvas canvas, int colour) {
    static final int GREY = 0;
    static final int TRUE_COLOUR = 2;
    static final int PALETTE = 3;
    static final int GREY_ALPHA = 4;
    static final int TRUE_COLOUR_ALPHA = 6;

    static PngHeader read(ByteReader data) throws UnfitPictureException {
        if (data.remaining() != 13) {
            throw PngCheck.broken();
        }
        var canvas = Canvas.of(data.u32(), data.u32());
        int depth = data.u8();
        int colour = data.u8();
        boolean known = data.u16() == 0 && data.u8() <= 1; // compression, filters and interlacing
        if (!known || !fits(colour, depth)) {
            throw PngCheck.broken();
        }
        return new PngHeader(canvas, colour);
    }

    private static boolean fits(int colour, int depth) {
        boolean whole = depth == 8 || depth == 16;
        return switch (colour) {
            case GREY -> whole || depth == 1 || depth == 2 || depth == 4;
            case TRUE_COLOUR, GREY_ALPHA, TRUE_COLOUR_ALPHA -> whole;
            case PALETTE -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
            default -> false;
        };
    }

    boolean hasPalette() {
        return colour == PALETTE;
    }

    boolean mayHavePalette() {
        return colour != GREY && colour != GREY_ALPHA;
    }
}
