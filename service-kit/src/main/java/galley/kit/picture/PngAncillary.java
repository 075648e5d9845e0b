package galley.kit.picture;

/** Which of a PNG's optional chunks say how it looks, and have the length that they must have. */
final class PngAncillary {
    private PngAncillary() {}

    static boolean isKept(PngChunk chunk, PngHeader header, int paletteEntries) {
        int length = chunk.length();
        return switch (chunk.type()) {
            case "sRGB" -> length == 1;
            case "gAMA", "cICP" -> length == 4;
            case "cLLI" -> length == 8;
            case "pHYs" -> length == 9;
            case "mDCV" -> length == 24;
            case "cHRM" -> length == 32;
            case "iCCP" -> true;
            case "sBIT" -> length == significantBits(header.colour());
            case "bKGD" -> length == background(header.colour());
            case "tRNS" -> isTransparency(length, header.colour(), paletteEntries);
            default -> false;
        };
    }

    private static int significantBits(int colour) {
        return switch (colour) {
            case PngHeader.GREY -> 1;
            case PngHeader.GREY_ALPHA -> 2;
            case PngHeader.TRUE_COLOUR_ALPHA -> 4;
            default -> 3;
        };
    }

    private static int background(int colour) {
        return switch (colour) {
            case PngHeader.GREY, PngHeader.GREY_ALPHA -> 2;
            case PngHeader.PALETTE -> 1;
            default -> 6;
        };
    }

    private static boolean isTransparency(int length, int colour, int paletteEntries) {
        return switch (colour) {
            case PngHeader.GREY -> length == 2;
            case PngHeader.TRUE_COLOUR -> length == 6;
            case PngHeader.PALETTE -> length > 0 && length <= paletteEntries;
            default -> false;
        };
    }
}
