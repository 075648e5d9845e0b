package galley.kit.picture;

/** One image of a WebP: lossy (RFC 6386) with or without transparency, or lossless. */
final class WebpImage {
    private RiffChunk alpha;
    private RiffChunk pixels;
    private Canvas canvas;

    /** Takes what belongs to the image; the first of a kind counts, everything else is left out. */
    void read(RiffChunk chunk) throws UnfitPictureException {
        if (pixels != null) {
            return;
        }
        switch (chunk.type()) {
            case "ALPH" -> alpha = alpha == null ? chunk : alpha;
            case "VP8 " -> {
                canvas = lossy(chunk.data());
                pixels = chunk;
            }
            case "VP8L" -> {
                canvas = lossless(chunk.data());
                pixels = chunk;
                alpha = null; // it has its own
            }
            default -> {}
        }
    }

    /** Its area. */
    Canvas canvas() throws UnfitPictureException {
        if (canvas == null) {
            throw new UnfitPictureException("The WebP has no image.");
        }
        return canvas;
    }

    void write(ByteWriter out) {
        if (alpha != null) {
            alpha.write(out);
        }
        pixels.write(out);
    }

    private static Canvas lossy(ByteReader data) throws UnfitPictureException {
        int tag = data.u16() | data.u8() << 16;
        boolean shown = (tag & 1) == 0 && (tag >> 1 & 7) <= 3 && (tag >> 4 & 1) == 1;
        if (!shown || !data.passes("\u009d\u0001*")) {
            throw WebpCheck.broken();
        }
        var canvas = Canvas.of(data.u16() & 0x3fff, data.u16() & 0x3fff);
        if (tag >> 5 > data.remaining()) {
            throw ByteReader.breaksOff();
        }
        return canvas;
    }

    private static Canvas lossless(ByteReader data) throws UnfitPictureException {
        int signature = data.u8();
        long header = data.u32();
        if (signature != 0x2f || header >> 29 != 0) {
            throw WebpCheck.broken();
        }
        return Canvas.of((header & 0x3fff) + 1, (header >> 14 & 0x3fff) + 1);
    }
}
