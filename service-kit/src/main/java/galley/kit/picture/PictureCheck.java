package galley.kit.picture;

/**
 * Checks pictures of unknown origin and takes their metadata away, without decoding them.
 *
 * <p>A picture is taken when browsers can be expected to show it: what its headers and lengths say
 * must agree. The pixel data themselves are not decoded, thus damage inside them goes unnoticed,
 * and so does the end of a JPEG that breaks off among its pixels. A JPEG or GIF without its end
 * marker gets one, as browsers do; a PNG without IEND and what breaks off inside any other part is
 * refused. What follows the end, and every part that the picture does not need, is left out, so
 * that a file that is a picture and something else besides is only the picture afterwards.
 *
 * <p>What stays: pixels, palettes, colour profiles, resolution, the timing and loops of animations,
 * and a JPEG's or PNG's orientation. That of a WebP goes, because most readers don't heed it.
 */
public final class PictureCheck {
    private PictureCheck() {}

    /**
     * Checks a file and cleans it. Its type is found by content alone. Needs a few times as much
     * memory as the file has bytes, whatever these say; their number is the caller's to limit.
     *
     * @param bytes the whole file, which is not changed
     * @throws UnfitPictureException when it is no JPEG, PNG, GIF or WebP picture, is broken, or has
     *     more than 30,000 pixels a side, 100 million in all or 2,000 frames
     */
    public static CheckedPicture of(byte[] bytes) throws UnfitPictureException {
        return switch (Signature.of(bytes)) {
            case JPEG -> JpegCheck.of(bytes);
            case PNG -> PngCheck.of(bytes);
            case GIF -> GifCheck.of(bytes);
            case WEBP -> WebpCheck.of(bytes);
        };
    }
}
